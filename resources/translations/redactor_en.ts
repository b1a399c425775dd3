<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name></name>
    <message>
        <source>commands</source>
        <comment>&amp;Ouvrir des fichiers…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Retirer ce document</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Exporter les copies…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Fermer le dossier</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Quitter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Occulter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Conserver</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Occulter &amp;toutes les mentions de l’ensemble</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Conserver to&amp;utes les mentions de l’ensemble</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Remettre à &amp;décider</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Changer la c&amp;atégorie</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Changer le &amp;motif</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Étendre la fin d’un mot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Réduire la fin d’un mot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Étendre le début d’un mot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Réduire le début d’un mot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Ajouter la sélection comme mention</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Ajouter la sélection &amp;partout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Chercher un texte et l’occulter…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Tracer une &amp;zone à occulter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>A&amp;nnuler</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Rétablir</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Mention &amp;suivante à décider</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Mention &amp;précédente à décider</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Filtrer les mentions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Aller à la &amp;liste des mentions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Aller au &amp;document affiché</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Aller à la liste des d&amp;ocuments</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Page suivante</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Page précédente</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Document suivant</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>Document précédent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Agrandir</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Réduire</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Largeur de la fenêtre</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>&amp;Touches du clavier</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commands</source>
        <comment>À &amp;propos de Redactor</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>À propos de Redactor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occultation de documents administratifs avant communication (CRPA, articles L.311-5 à L.311-7). Redactor propose ; une personne décide. Tout reste sur ce poste.

Logiciel libre, licence AGPL-3.0 ou ultérieure.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Erreur du programme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redactor a rencontré une erreur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vos décisions sont enregistrées une à une : aucune n’est perdue, et vos originaux n’ont pas été modifiés. Vous pouvez continuer ; si l’erreur se répète, fermez et rouvrez Redactor.

Le rapport ci-dessous ne contient aucun texte de vos documents. Vous pouvez le transmettre à votre service informatique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rapport d’erreur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copier le rapport</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>{state} : %n mention(s) (Ctrl+Z pour annuler)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) ajoutée(s) et occultée(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Zone ajoutée et occultée (Ctrl+Z pour annuler)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annulé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rétabli</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{word} : %n élément(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Catégorie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qualité de la personne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motif de l’occultation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occulter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conserver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retenir l’occultation de cette mention (O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Écarter l’occultation : le texte reste lisible (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occulter tout cet ensemble (Maj+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conserver tout cet ensemble (Maj+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucune mention choisie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisissez une mention dans la liste ou sur la page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>décidé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposé par le profil</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Occulter les {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conserver les {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confiance {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>qualité : {clue}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vu par : {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sans motif</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message>
        <source>en attente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ouverture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>analyse {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n à décider</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>tout est décidé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aucune mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n partie(s) non lue(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <source>Texte caché du document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisissez un document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages du document {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texte du document {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Texte caché (%n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Exporter les copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier de destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parcourir…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Occulter les %n mention(s) non décidée(s) et continuer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Publier malgré ce qui n’a pas pu être lu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raison, portée au registre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redactor écrit la version occultée à communiquer, la version intégrale surlignée et le registre des occultations, puis relit chaque copie. Si un texte occulté y est encore lisible, rien n’est publié.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À régler avant l’export</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) en cours d’analyse : attendez la fin.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Non lus, donc laissés de côté : {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) signalé(s) n’ont pas été examinés ; ils resteront lisibles.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… et %n autre(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ce qui n’a pas pu être lu :</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{documents} : {occulted}, {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) occultée(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conservée(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Écriture et vérification des copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avancement de l’export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les copies n’apparaissent qu’une fois toutes relues. Annuler n’écrit rien.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annuler l’export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Préparation…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filtrer les mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentions montrées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À décider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occultées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conservées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signaux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents montrés</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tous les documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordre de la liste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Par entité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordre de lecture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>{channel} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texte du document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les mentions sont aussi dans la liste, qui porte toutes les actions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>analyse annulée</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Touches du clavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motifs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Arrêter l’analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avancement de l’analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motif {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;pparence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comme le bureau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Claire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contraste élevé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir des fichiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents ({patterns});;Dossiers Redactor ({dossiers});;Tous (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisissez un document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouverture de {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fichier protégé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mot de passe de {name} :</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chercher et occulter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texte à occulter partout :</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce texte ne se trouve dans aucun document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Occulter %n occurrence(s) dans {documents} ?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>communication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export annulé : rien n’a été écrit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n à décider</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tout est décidé</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n signal(aux)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Page {page} sur {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un export est en cours. L’arrêter et fermer ? Rien ne sera publié.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MentionDelegate</name>
    <message>
        <source>p. {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MentionList</name>
    <message>
        <source>Mentions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MentionModel</name>
    <message>
        <source>page {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n à décider</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page du document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les mentions sont aussi dans la liste, qui porte toutes les actions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Les copies sont prêtes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rien n’a été publié</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chaque copie a été relue : aucun texte occulté n’y est lisible, et tout le reste y est encore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La relecture des copies a trouvé ce qui suit. Aucun fichier n’a été écrit ; vos décisions sont gardées.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) publié(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n occultation(s), les mêmes dans les deux versions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Relu par {count} moyens indépendants : {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce que contient le dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>les versions occultées, à envoyer au demandeur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>les versions intégrales surlignées, pour la CADA ; à ne pas envoyer au demandeur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>le registre des occultations, sans texte occulté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>les empreintes des fichiers et la preuve de la vérification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retiré de la copie : {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non lu : {where} — {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texte occulté encore lisible : {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texte qui aurait dû rester : {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La version intégrale diffère : {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… et %n autre(s) endroit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Revenir à la revue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hors des objets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message>
        <source>Aucune mention ne correspond au filtre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Plus rien à décider dans cette liste ; le filtre en cache encore %n.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tout est décidé.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Catégorie de la mention à ajouter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occulter ici</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajouter la mention à cet endroit (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajouter la mention partout où ce texte se trouve dans le dossier (Maj+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>« {text} »</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occulter partout</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Occulter partout (%n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Occulter partout ({count} dans {documents} documents)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Déposez ici les documents de la demande</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, Word (.docx), texte — plusieurs à la fois si besoin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choisir des fichiers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Essayer sur un exemple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir un dossier d’exemple, aux personnes inventées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Redactor propose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noms, adresses, identifiants : chaque mention est proposée avec son motif.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Vous décidez</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occulter ou conserver, une mention ou toutes celles d’une personne, au clavier si vous voulez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Les copies sont vérifiées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une version occultée à communiquer, une version intégrale surlignée, un registre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tout reste sur ce poste : aucune connexion, et vos originaux ne sont jamais modifiés.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>&amp;Fichier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Décider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Parcourir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Affichage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Aide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>à décider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>occultée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conservée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disjointe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En-tête</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pied de page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note de bas de page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note de fin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone de texte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commentaires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Champs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Champs de formulaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propriétés du fichier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pièces jointes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suivi des modifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texte masqué</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texte de remplacement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calques</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objets incorporés</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texte reconnu (image)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nom du fichier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modèle de langue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Règle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motif vérifié</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rapprochement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liste du dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajoutée à la main</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
