<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name></name>
    <message>
        <location filename="../../redactor/ui/commands.py" line="50"/>
        <source>commands</source>
        <comment>&amp;Ouvrir des fichiers…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="51"/>
        <source>commands</source>
        <comment>&amp;Retirer ce document</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="53"/>
        <source>commands</source>
        <comment>&amp;Exporter les copies…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="55"/>
        <source>commands</source>
        <comment>&amp;Quitter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="56"/>
        <source>commands</source>
        <comment>&amp;Occulter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="57"/>
        <source>commands</source>
        <comment>&amp;Conserver</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="61"/>
        <source>commands</source>
        <comment>Occulter &amp;toutes les mentions de l’ensemble</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="67"/>
        <source>commands</source>
        <comment>Conserver to&amp;utes les mentions de l’ensemble</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="70"/>
        <source>commands</source>
        <comment>Remettre à &amp;décider</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="71"/>
        <source>commands</source>
        <comment>Changer la c&amp;atégorie</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="72"/>
        <source>commands</source>
        <comment>Changer le &amp;motif</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="74"/>
        <source>commands</source>
        <comment>&amp;Étendre la fin d’un mot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="76"/>
        <source>commands</source>
        <comment>Réduire la fin d’un mot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="78"/>
        <source>commands</source>
        <comment>Étendre le début d’un mot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="83"/>
        <source>commands</source>
        <comment>Réduire le début d’un mot</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="87"/>
        <source>commands</source>
        <comment>&amp;Ajouter la sélection comme mention</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="89"/>
        <source>commands</source>
        <comment>Ajouter la sélection &amp;partout</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="91"/>
        <source>commands</source>
        <comment>&amp;Chercher un texte et l’occulter…</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="93"/>
        <source>commands</source>
        <comment>Tracer une &amp;zone à occulter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="94"/>
        <source>commands</source>
        <comment>A&amp;nnuler</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="95"/>
        <source>commands</source>
        <comment>&amp;Rétablir</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="96"/>
        <source>commands</source>
        <comment>Mention &amp;suivante à décider</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="98"/>
        <source>commands</source>
        <comment>Mention &amp;précédente à décider</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="101"/>
        <source>commands</source>
        <comment>&amp;Filtrer les mentions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="103"/>
        <source>commands</source>
        <comment>Aller à la &amp;liste des mentions</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="104"/>
        <source>commands</source>
        <comment>Aller au &amp;document affiché</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="105"/>
        <source>commands</source>
        <comment>Aller à la liste des d&amp;ocuments</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="106"/>
        <source>commands</source>
        <comment>Page suivante</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="108"/>
        <source>commands</source>
        <comment>Page précédente</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="110"/>
        <source>commands</source>
        <comment>Document suivant</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="112"/>
        <source>commands</source>
        <comment>Document précédent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="114"/>
        <source>commands</source>
        <comment>&amp;Agrandir</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="115"/>
        <source>commands</source>
        <comment>&amp;Réduire</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="117"/>
        <source>commands</source>
        <comment>&amp;Largeur de la fenêtre</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="119"/>
        <source>commands</source>
        <comment>&amp;Touches du clavier</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="120"/>
        <source>commands</source>
        <comment>À &amp;propos de Redactor</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <location filename="../../redactor/ui/help_dialog.py" line="114"/>
        <source>À propos de Redactor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/help_dialog.py" line="120"/>
        <source>Occultation de documents administratifs avant communication (CRPA, articles L.311-5 à L.311-7). Redactor propose ; une personne décide. Tout reste sur ce poste.

Logiciel libre, licence AGPL-3.0 ou ultérieure.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <location filename="../../redactor/ui/crash.py" line="53"/>
        <source>Erreur du programme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/crash.py" line="55"/>
        <source>Redactor a rencontré une erreur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/crash.py" line="59"/>
        <source>Vos décisions sont enregistrées une à une : aucune n’est perdue, et vos originaux n’ont pas été modifiés. Vous pouvez continuer ; si l’erreur se répète, fermez et rouvrez Redactor.

Le rapport ci-dessous ne contient aucun texte de vos documents. Vous pouvez le transmettre à votre service informatique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/crash.py" line="68"/>
        <source>Rapport d’erreur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/crash.py" line="71"/>
        <source>Copier le rapport</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <location filename="../../redactor/ui/desk.py" line="340"/>
        <source>{state} : %n mention(s) (Ctrl+Z pour annuler)</source>
        <extracomment>Characters of the sentence kept on each side of a mention. Mentions turned into items at once.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/desk.py" line="419"/>
        <source>%n mention(s) ajoutée(s) et occultée(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/desk.py" line="451"/>
        <source>Zone ajoutée et occultée (Ctrl+Z pour annuler)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/desk.py" line="457"/>
        <source>Annulé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/desk.py" line="461"/>
        <source>Rétabli</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/desk.py" line="487"/>
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
        <location filename="../../redactor/ui/detail_panel.py" line="54"/>
        <source>Catégorie</source>
        <extracomment>Grounds that have a key, 1 to 9.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="55"/>
        <source>Qualité de la personne</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="56"/>
        <source>Motif de l’occultation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="68"/>
        <source>Occulter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="69"/>
        <source>Conserver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="96"/>
        <source>Retenir l’occultation de cette mention (O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="97"/>
        <source>Écarter l’occultation : le texte reste lisible (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="98"/>
        <source>Occulter tout cet ensemble (Maj+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="99"/>
        <source>Conserver tout cet ensemble (Maj+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="116"/>
        <source>Aucune mention choisie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="117"/>
        <source>Choisissez une mention dans la liste ou sur la page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="127"/>
        <source>décidé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="127"/>
        <source>proposé par le profil</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/detail_panel.py" line="152"/>
        <source>%n mention(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/detail_panel.py" line="154"/>
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/detail_panel.py" line="156"/>
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="162"/>
        <source>Occulter les {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="163"/>
        <source>Conserver les {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="173"/>
        <source>confiance {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="175"/>
        <source>qualité : {clue}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="176"/>
        <source>Vu par : {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/detail_panel.py" line="181"/>
        <source>Sans motif</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <location filename="../../redactor/ui/document_list.py" line="104"/>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message>
        <location filename="../../redactor/ui/document_model.py" line="103"/>
        <source>en attente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/document_model.py" line="107"/>
        <source>ouverture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/document_model.py" line="109"/>
        <source>analyse {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/document_model.py" line="110"/>
        <source>%n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/document_model.py" line="112"/>
        <source>%n à décider</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/document_model.py" line="114"/>
        <source>tout est décidé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/document_model.py" line="116"/>
        <source>aucune mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/document_model.py" line="118"/>
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
        <location filename="../../redactor/ui/document_pane.py" line="59"/>
        <source>Texte caché du document</source>
        <extracomment>The size of a page before it is known, in points: A4.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/document_pane.py" line="69"/>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/document_pane.py" line="73"/>
        <source>Choisissez un document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/document_pane.py" line="142"/>
        <source>Pages du document {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/document_pane.py" line="146"/>
        <source>Texte du document {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/document_pane.py" line="168"/>
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
        <location filename="../../redactor/ui/export_dialog.py" line="57"/>
        <source>Exporter les copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_dialog.py" line="60"/>
        <location filename="../../redactor/ui/export_dialog.py" line="104"/>
        <location filename="../../redactor/ui/export_dialog.py" line="176"/>
        <source>Dossier de destination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_dialog.py" line="61"/>
        <source>Parcourir…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/export_dialog.py" line="65"/>
        <source>Occulter les %n mention(s) non décidée(s) et continuer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_dialog.py" line="68"/>
        <source>Publier malgré ce qui n’a pas pu être lu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_dialog.py" line="70"/>
        <location filename="../../redactor/ui/export_dialog.py" line="71"/>
        <source>Raison, portée au registre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_dialog.py" line="74"/>
        <source>Exporter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_dialog.py" line="96"/>
        <source>Redactor écrit la version occultée à communiquer, la version intégrale surlignée et le registre des occultations, puis relit chaque copie. Si un texte occulté y est encore lisible, rien n’est publié.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_dialog.py" line="116"/>
        <source>À régler avant l’export</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/export_dialog.py" line="123"/>
        <source>%n document(s) en cours d’analyse : attendez la fin.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_dialog.py" line="130"/>
        <source>Non lus, donc laissés de côté : {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/export_dialog.py" line="136"/>
        <source>%n passage(s) signalé(s) n’ont pas été examinés ; ils resteront lisibles.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/export_dialog.py" line="148"/>
        <source>… et %n autre(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_dialog.py" line="149"/>
        <source>Ce qui n’a pas pu être lu :</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_dialog.py" line="167"/>
        <source>{documents} : {occulted}, {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/export_dialog.py" line="168"/>
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/export_dialog.py" line="169"/>
        <source>%n mention(s) occultée(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/export_dialog.py" line="170"/>
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
        <location filename="../../redactor/ui/export_progress.py" line="12"/>
        <source>Écriture et vérification des copies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_progress.py" line="20"/>
        <source>Avancement de l’export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_progress.py" line="22"/>
        <source>Les copies n’apparaissent qu’une fois toutes relues. Annuler n’écrit rien.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_progress.py" line="26"/>
        <source>Annuler l’export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/export_progress.py" line="45"/>
        <source>Préparation…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="18"/>
        <location filename="../../redactor/ui/filter_bar.py" line="19"/>
        <source>Filtrer les mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="22"/>
        <source>Mentions montrées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="24"/>
        <source>Toutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="25"/>
        <source>À décider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="26"/>
        <source>Occultées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="27"/>
        <source>Conservées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="28"/>
        <source>Signaux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="32"/>
        <source>Documents montrés</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="33"/>
        <source>Tous les documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="34"/>
        <source>Ce document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="36"/>
        <source>Ordre de la liste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="37"/>
        <source>Par entité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/filter_bar.py" line="38"/>
        <source>Ordre de lecture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <location filename="../../redactor/ui/block_layout.py" line="167"/>
        <source>{channel} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/flow_view.py" line="54"/>
        <source>Texte du document</source>
        <extracomment>Seconds spent at once in measuring blocks that are not seen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/flow_view.py" line="56"/>
        <source>Les mentions sont aussi dans la liste, qui porte toutes les actions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <location filename="../../redactor/ui/intake.py" line="113"/>
        <location filename="../../redactor/ui/intake.py" line="122"/>
        <source>analyse annulée</source>
        <extracomment>Mentions stored at once when an analysis ends.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <location filename="../../redactor/ui/help_dialog.py" line="33"/>
        <source>Touches du clavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/help_dialog.py" line="46"/>
        <source>Motifs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="77"/>
        <source>Arrêter l’analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="78"/>
        <source>Outils</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="99"/>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="123"/>
        <source>Avancement de l’analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="140"/>
        <source>Motif {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="145"/>
        <source>A&amp;pparence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="148"/>
        <source>Comme le bureau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="149"/>
        <source>Claire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="150"/>
        <source>Sombre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="151"/>
        <source>Contraste élevé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="190"/>
        <source>Exporter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="289"/>
        <source>Ouvrir des fichiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="291"/>
        <source>Documents ({patterns});;Dossiers Redactor ({dossiers});;Tous (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="302"/>
        <source>Choisissez un document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="332"/>
        <source>Ouverture de {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="408"/>
        <source>Fichier protégé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="409"/>
        <source>Mot de passe de {name} :</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="444"/>
        <location filename="../../redactor/ui/main_window.py" line="457"/>
        <source>Chercher et occulter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="444"/>
        <source>Texte à occulter partout :</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="451"/>
        <source>Ce texte ne se trouve dans aucun document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/main_window.py" line="454"/>
        <source>Occulter %n occurrence(s) dans {documents} ?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/main_window.py" line="458"/>
        <source>%n document(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="492"/>
        <source>communication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="512"/>
        <source>Export annulé : rien n’a été écrit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/main_window.py" line="566"/>
        <source>%n à décider</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="566"/>
        <source>Tout est décidé</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/main_window.py" line="568"/>
        <source>%n signal(aux)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="576"/>
        <source>Page {page} sur {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/main_window.py" line="615"/>
        <source>Un export est en cours. L’arrêter et fermer ? Rien ne sera publié.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MentionDelegate</name>
    <message>
        <location filename="../../redactor/ui/mention_list.py" line="137"/>
        <source>p. {page}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MentionList</name>
    <message>
        <location filename="../../redactor/ui/mention_list.py" line="202"/>
        <source>Mentions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MentionModel</name>
    <message>
        <location filename="../../redactor/ui/mention_model.py" line="135"/>
        <source>page {page}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/mention_model.py" line="150"/>
        <source>%n mention(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/mention_model.py" line="158"/>
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
        <location filename="../../redactor/ui/page_canvas.py" line="63"/>
        <source>Page du document</source>
        <extracomment>Pages kept as items on each side of what is seen. Pixels of pictures kept: about 250 MB of 32-bit pixels. Pixels of one picture at most; beyond, it is shown stretched.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/page_canvas.py" line="65"/>
        <source>Les mentions sont aussi dans la liste, qui porte toutes les actions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="72"/>
        <source>Les copies sont prêtes</source>
        <extracomment>Places of one document shown at once; the rest is counted.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="74"/>
        <source>Rien n’a été publié</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="83"/>
        <source>Chaque copie a été relue : aucun texte occulté n’y est lisible, et tout le reste y est encore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="88"/>
        <source>La relecture des copies a trouvé ce qui suit. Aucun fichier n’a été écrit ; vos décisions sont gardées.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/result_page.py" line="97"/>
        <source>%n document(s) publié(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/result_page.py" line="98"/>
        <source>%n occultation(s), les mêmes dans les deux versions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="102"/>
        <source>Relu par {count} moyens indépendants : {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="111"/>
        <source>Ce que contient le dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="113"/>
        <source>les versions occultées, à envoyer au demandeur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="117"/>
        <source>les versions intégrales surlignées, pour la CADA ; à ne pas envoyer au demandeur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="121"/>
        <source>le registre des occultations, sans texte occulté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="124"/>
        <source>les empreintes des fichiers et la preuve de la vérification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="138"/>
        <source>Retiré de la copie : {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="146"/>
        <location filename="../../redactor/ui/result_page.py" line="169"/>
        <source>Non lu : {where} — {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="157"/>
        <source>Texte occulté encore lisible : {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="161"/>
        <source>Texte qui aurait dû rester : {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="165"/>
        <source>La version intégrale diffère : {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/result_page.py" line="175"/>
        <source>… et %n autre(s) endroit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="181"/>
        <source>Revenir à la revue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/result_page.py" line="184"/>
        <source>Ouvrir le dossier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message>
        <location filename="../../redactor/ui/review_pane.py" line="56"/>
        <source>Aucune mention ne correspond au filtre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/review_pane.py" line="132"/>
        <source>Plus rien à décider dans cette liste ; le filtre en cache encore %n.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/review_pane.py" line="138"/>
        <source>Tout est décidé.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <location filename="../../redactor/ui/selection_bar.py" line="24"/>
        <source>Catégorie de la mention à ajouter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/selection_bar.py" line="28"/>
        <source>Occulter ici</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/selection_bar.py" line="29"/>
        <source>Ajouter la mention à cet endroit (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/selection_bar.py" line="32"/>
        <source>Ajouter la mention partout où ce texte se trouve dans le dossier (Maj+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/selection_bar.py" line="34"/>
        <source>Annuler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/selection_bar.py" line="56"/>
        <source>« {text} »</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/selection_bar.py" line="58"/>
        <source>Occulter partout</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/selection_bar.py" line="64"/>
        <source>Occulter partout (%n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../redactor/ui/selection_bar.py" line="66"/>
        <source>Occulter partout ({count} dans {documents} documents)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <location filename="../../redactor/ui/welcome.py" line="20"/>
        <source>Déposez ici les documents de la demande</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/welcome.py" line="24"/>
        <source>PDF, Word (.docx), texte — plusieurs à la fois si besoin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/welcome.py" line="28"/>
        <source>Choisir des fichiers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/welcome.py" line="31"/>
        <source>Essayer sur un exemple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/welcome.py" line="32"/>
        <source>Ouvrir un dossier d’exemple, aux personnes inventées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/welcome.py" line="45"/>
        <source>1. Redactor propose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/welcome.py" line="47"/>
        <source>Noms, adresses, identifiants : chaque mention est proposée avec son motif.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/welcome.py" line="52"/>
        <source>2. Vous décidez</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/welcome.py" line="54"/>
        <source>Occulter ou conserver, une mention ou toutes celles d’une personne, au clavier si vous voulez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/welcome.py" line="60"/>
        <source>3. Les copies sont vérifiées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/welcome.py" line="62"/>
        <source>Une version occultée à communiquer, une version intégrale surlignée, un registre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/welcome.py" line="70"/>
        <source>Tout reste sur ce poste : aucune connexion, et vos originaux ne sont jamais modifiés.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <location filename="../../redactor/ui/commands.py" line="37"/>
        <source>&amp;Fichier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="38"/>
        <source>&amp;Décider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="39"/>
        <source>&amp;Parcourir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="40"/>
        <source>&amp;Affichage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/commands.py" line="41"/>
        <source>&amp;Aide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <location filename="../../redactor/ui/words.py" line="30"/>
        <source>à décider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="31"/>
        <source>occultée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="32"/>
        <source>conservée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="33"/>
        <source>disjointe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="41"/>
        <source>Texte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="42"/>
        <source>En-tête</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="43"/>
        <source>Pied de page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="44"/>
        <source>Note de bas de page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="45"/>
        <source>Note de fin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="46"/>
        <source>Zone de texte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="47"/>
        <source>Commentaires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="48"/>
        <source>Champs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="49"/>
        <source>Champs de formulaire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="50"/>
        <source>Annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="51"/>
        <source>Liens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="52"/>
        <source>Signets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="53"/>
        <source>Propriétés du fichier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="54"/>
        <source>Pièces jointes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="55"/>
        <source>Suivi des modifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="56"/>
        <source>Texte masqué</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="57"/>
        <source>Texte de remplacement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="58"/>
        <source>Calques</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="59"/>
        <source>Scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="60"/>
        <source>Objets incorporés</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="61"/>
        <source>Texte reconnu (image)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="62"/>
        <source>Nom du fichier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="71"/>
        <source>Modèle de langue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="72"/>
        <source>Règle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="73"/>
        <source>Motif vérifié</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="74"/>
        <source>Rapprochement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="75"/>
        <source>Liste du dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="76"/>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../redactor/ui/words.py" line="77"/>
        <location filename="../../redactor/ui/words.py" line="78"/>
        <location filename="../../redactor/ui/words.py" line="79"/>
        <source>Ajoutée à la main</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
