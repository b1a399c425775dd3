<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>AboutDialog</name>
    <message>
        <source>À propos de Redactor</source>
        <translation>About Redactor</translation>
    </message>
    <message>
        <source>Occultation de documents administratifs avant communication (CRPA, articles L.311-5 à L.311-7). Redactor propose ; une personne décide. Tout reste sur ce poste.

Logiciel libre, licence AGPL-3.0 ou ultérieure.</source>
        <translation>Redaction of administrative documents before disclosure (CRPA, articles L.311-5 to L.311-7). Redactor proposes; a person decides. Everything stays on this computer.

Free software, licence AGPL-3.0 or later.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Erreur du programme</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>Redactor a rencontré une erreur.</source>
        <translation>Redactor met an error.</translation>
    </message>
    <message>
        <source>Vos décisions sont enregistrées une à une : aucune n’est perdue, et vos originaux n’ont pas été modifiés. Vous pouvez continuer ; si l’erreur se répète, fermez et rouvrez Redactor.

Le rapport ci-dessous ne contient aucun texte de vos documents. Vous pouvez le transmettre à votre service informatique.</source>
        <translation>Your decisions are saved one by one: none is lost, and your originals were not changed. You can go on; if the error comes back, close Redactor and open it again.

The report below holds no text of your documents. You can hand it to your IT service.</translation>
    </message>
    <message>
        <source>Rapport d’erreur</source>
        <translation>Error report</translation>
    </message>
    <message>
        <source>Copier le rapport</source>
        <translation>Copy the report</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>{state} : %n mention(s) (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>{state}: %n mention (Ctrl+Z to undo)</numerusform>
            <numerusform>{state}: %n mentions (Ctrl+Z to undo)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) ajoutée(s) et occultée(s)</source>
        <translation>
            <numerusform>%n mention added and occulted</numerusform>
            <numerusform>%n mentions added and occulted</numerusform>
        </translation>
    </message>
    <message>
        <source>Zone ajoutée et occultée (Ctrl+Z pour annuler)</source>
        <translation>Area added and occulted (Ctrl+Z to undo)</translation>
    </message>
    <message>
        <source>Annulé</source>
        <translation>Undone</translation>
    </message>
    <message>
        <source>Rétabli</source>
        <translation>Redone</translation>
    </message>
    <message numerus="yes">
        <source>{word} : %n élément(s)</source>
        <translation>
            <numerusform>{word}: %n item</numerusform>
            <numerusform>{word}: %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Qualité de la personne</source>
        <translation>Role of the person</translation>
    </message>
    <message>
        <source>Motif de l’occultation</source>
        <translation>Ground of the occultation</translation>
    </message>
    <message>
        <source>(plusieurs)</source>
        <translation>(several)</translation>
    </message>
    <message>
        <source>Occulter</source>
        <translation>Occult</translation>
    </message>
    <message>
        <source>Conserver</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Retenir l’occultation de cette mention (O)</source>
        <translation>Accept the occultation of this mention (O)</translation>
    </message>
    <message>
        <source>Écarter l’occultation : le texte reste lisible (C)</source>
        <translation>Set the occultation aside: the text stays readable (C)</translation>
    </message>
    <message>
        <source>Occulter tout cet ensemble (Maj+O)</source>
        <translation>Occult this whole group (Shift+O)</translation>
    </message>
    <message>
        <source>Conserver tout cet ensemble (Maj+C)</source>
        <translation>Keep this whole group (Shift+C)</translation>
    </message>
    <message>
        <source>Aucune mention choisie</source>
        <translation>No mention chosen</translation>
    </message>
    <message>
        <source>Choisissez une mention dans la liste ou sur la page.</source>
        <translation>Choose a mention in the list or on the page.</translation>
    </message>
    <message>
        <source>décidé</source>
        <translation>decided</translation>
    </message>
    <message>
        <source>proposé par le profil</source>
        <translation>proposed by the profile</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Occulter les {count}</source>
        <translation>Occult all {count}</translation>
    </message>
    <message>
        <source>Conserver les {count}</source>
        <translation>Keep all {count}</translation>
    </message>
    <message>
        <source>confiance {value}</source>
        <translation>confidence {value}</translation>
    </message>
    <message>
        <source>qualité : {clue}</source>
        <translation>role: {clue}</translation>
    </message>
    <message>
        <source>Vu par : {reasons}</source>
        <translation>Seen by: {reasons}</translation>
    </message>
    <message>
        <source>Sans motif</source>
        <translation>No ground</translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
</context>
<context>
    <name>DocumentModel</name>
    <message>
        <source>en attente</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>ouverture…</source>
        <translation>opening…</translation>
    </message>
    <message>
        <source>analyse {percent} %</source>
        <translation>reading {percent}%</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n à décider</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message>
        <source>tout est décidé</source>
        <translation>all decided</translation>
    </message>
    <message>
        <source>aucune mention</source>
        <translation>no mention</translation>
    </message>
    <message numerus="yes">
        <source>%n partie(s) non lue(s)</source>
        <translation>
            <numerusform>%n part not read</numerusform>
            <numerusform>%n parts not read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message>
        <source>Texte caché du document</source>
        <translation>Hidden text of the document</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Choisissez un document.</source>
        <translation>Choose a document.</translation>
    </message>
    <message>
        <source>Pages du document {name}</source>
        <translation>Pages of {name}</translation>
    </message>
    <message>
        <source>Texte du document {name}</source>
        <translation>Text of {name}</translation>
    </message>
    <message numerus="yes">
        <source>Texte caché (%n)</source>
        <translation>
            <numerusform>Hidden text (%n)</numerusform>
            <numerusform>Hidden text (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Exporter les copies</source>
        <translation>Export the copies</translation>
    </message>
    <message>
        <source>Dossier de destination</source>
        <translation>Destination folder</translation>
    </message>
    <message>
        <source>Parcourir…</source>
        <translation>Browse…</translation>
    </message>
    <message numerus="yes">
        <source>Occulter les %n mention(s) non décidée(s) et continuer</source>
        <translation>
            <numerusform>Occult the undecided mention and go on</numerusform>
            <numerusform>Occult the %n undecided mentions and go on</numerusform>
        </translation>
    </message>
    <message>
        <source>Publier malgré ce qui n’a pas pu être lu</source>
        <translation>Publish despite what could not be read</translation>
    </message>
    <message>
        <source>Raison, portée au registre</source>
        <translation>Reason, kept in the register</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Redactor écrit la version occultée à communiquer, la version intégrale surlignée et le registre des occultations, puis relit chaque copie. Si un texte occulté y est encore lisible, rien n’est publié.</source>
        <translation>Redactor writes the redacted copy to disclose, the full copy with highlights and the register of occultations, then reads every copy again. If an occulted text can still be read, nothing is published.</translation>
    </message>
    <message>
        <source>À régler avant l’export</source>
        <translation>To settle before the export</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) en cours d’analyse : attendez la fin.</source>
        <translation>
            <numerusform>%n document is still being read: wait for it.</numerusform>
            <numerusform>%n documents are still being read: wait for them.</numerusform>
        </translation>
    </message>
    <message>
        <source>Non lus, donc laissés de côté : {names}.</source>
        <translation>Not read, hence left out: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) signalé(s) n’ont pas été examinés ; ils resteront lisibles.</source>
        <translation>
            <numerusform>%n signalled passage was not examined; it will stay readable.</numerusform>
            <numerusform>%n signalled passages were not examined; they will stay readable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… et %n autre(s)</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Ce qui n’a pas pu être lu :</source>
        <translation>What could not be read:</translation>
    </message>
    <message>
        <source>{documents} : {occulted}, {kept}.</source>
        <translation>{documents}: {occulted}, {kept}.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) occultée(s)</source>
        <translation>
            <numerusform>%n mention occulted</numerusform>
            <numerusform>%n mentions occulted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conservée(s)</source>
        <translation>
            <numerusform>%n kept</numerusform>
            <numerusform>%n kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>Écriture et vérification des copies</source>
        <translation>Writing and verifying the copies</translation>
    </message>
    <message>
        <source>Avancement de l’export</source>
        <translation>Progress of the export</translation>
    </message>
    <message>
        <source>Les copies n’apparaissent qu’une fois toutes relues. Annuler n’écrit rien.</source>
        <translation>The copies appear once all of them have been read again. Cancelling writes nothing.</translation>
    </message>
    <message>
        <source>Annuler l’export</source>
        <translation>Cancel the export</translation>
    </message>
    <message>
        <source>Préparation…</source>
        <translation>Preparing…</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filtrer les mentions</source>
        <translation>Filter the mentions</translation>
    </message>
    <message>
        <source>Mentions montrées</source>
        <translation>Mentions shown</translation>
    </message>
    <message>
        <source>Toutes</source>
        <translation>All</translation>
    </message>
    <message>
        <source>À décider</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>Occultées</source>
        <translation>Occulted</translation>
    </message>
    <message>
        <source>Conservées</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>Signaux</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Documents montrés</source>
        <translation>Documents shown</translation>
    </message>
    <message>
        <source>Tous les documents</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>Ce document</source>
        <translation>This document</translation>
    </message>
    <message>
        <source>Ordre de la liste</source>
        <translation>Order of the list</translation>
    </message>
    <message>
        <source>Par entité</source>
        <translation>By entity</translation>
    </message>
    <message>
        <source>Ordre de lecture</source>
        <translation>Reading order</translation>
    </message>
</context>
<context>
    <name>FlowView</name>
    <message>
        <source>{channel} ({count})</source>
        <translation>{channel} ({count})</translation>
    </message>
    <message>
        <source>Texte du document</source>
        <translation>Text of the document</translation>
    </message>
    <message>
        <source>Les mentions sont aussi dans la liste, qui porte toutes les actions.</source>
        <translation>The mentions are in the list too, which carries every action.</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>analyse annulée</source>
        <translation>reading cancelled</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Touches du clavier</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Motifs</source>
        <translation>Grounds</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Arrêter l’analyse</source>
        <translation>Stop reading</translation>
    </message>
    <message>
        <source>Outils</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Avancement de l’analyse</source>
        <translation>Progress of the reading</translation>
    </message>
    <message>
        <source>Motif {number}</source>
        <translation>Ground {number}</translation>
    </message>
    <message>
        <source>A&amp;pparence</source>
        <translation>A&amp;ppearance</translation>
    </message>
    <message>
        <source>Comme le bureau</source>
        <translation>As the desktop</translation>
    </message>
    <message>
        <source>Claire</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Contraste élevé</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Exporter…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Ouvrir des fichiers</source>
        <translation>Open files</translation>
    </message>
    <message>
        <source>Documents ({patterns});;Dossiers Redactor ({dossiers});;Tous (*)</source>
        <translation>Documents ({patterns});;Redactor dossiers ({dossiers});;All (*)</translation>
    </message>
    <message>
        <source>Choisissez un document.</source>
        <translation>Choose a document.</translation>
    </message>
    <message>
        <source>Ouverture de {name}…</source>
        <translation>Opening {name}…</translation>
    </message>
    <message>
        <source>Fichier protégé</source>
        <translation>Protected file</translation>
    </message>
    <message>
        <source>Mot de passe de {name} :</source>
        <translation>Password of {name}:</translation>
    </message>
    <message>
        <source>Chercher et occulter</source>
        <translation>Find and occult</translation>
    </message>
    <message>
        <source>Texte à occulter partout :</source>
        <translation>Text to occult everywhere:</translation>
    </message>
    <message>
        <source>Ce texte ne se trouve dans aucun document.</source>
        <translation>This text stands in no document.</translation>
    </message>
    <message numerus="yes">
        <source>Occulter %n occurrence(s) dans {documents} ?</source>
        <translation>
            <numerusform>Occult %n occurrence in {documents}?</numerusform>
            <numerusform>Occult %n occurrences in {documents}?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>communication</source>
        <translation>release</translation>
    </message>
    <message>
        <source>Export annulé : rien n’a été écrit.</source>
        <translation>Export cancelled: nothing was written.</translation>
    </message>
    <message numerus="yes">
        <source>%n à décider</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
    <message>
        <source>Tout est décidé</source>
        <translation>All decided</translation>
    </message>
    <message numerus="yes">
        <source>%n signal(aux)</source>
        <translation>
            <numerusform>%n signal</numerusform>
            <numerusform>%n signals</numerusform>
        </translation>
    </message>
    <message>
        <source>Page {page} sur {count}</source>
        <translation>Page {page} of {count}</translation>
    </message>
    <message>
        <source>Un export est en cours. L’arrêter et fermer ? Rien ne sera publié.</source>
        <translation>An export is running. Stop it and close? Nothing will be published.</translation>
    </message>
</context>
<context>
    <name>MentionDelegate</name>
    <message>
        <source>p. {page}</source>
        <translation>p. {page}</translation>
    </message>
</context>
<context>
    <name>MentionList</name>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
</context>
<context>
    <name>MentionModel</name>
    <message>
        <source>page {page}</source>
        <translation>page {page}</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n à décider</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageCanvas</name>
    <message>
        <source>Page du document</source>
        <translation>Page of the document</translation>
    </message>
    <message>
        <source>Les mentions sont aussi dans la liste, qui porte toutes les actions.</source>
        <translation>The mentions are in the list too, which carries every action.</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Les copies sont prêtes</source>
        <translation>The copies are ready</translation>
    </message>
    <message>
        <source>Rien n’a été publié</source>
        <translation>Nothing was published</translation>
    </message>
    <message>
        <source>Chaque copie a été relue : aucun texte occulté n’y est lisible, et tout le reste y est encore.</source>
        <translation>Every copy was read again: no occulted text can be read, and all the rest is still there.</translation>
    </message>
    <message>
        <source>La relecture des copies a trouvé ce qui suit. Aucun fichier n’a été écrit ; vos décisions sont gardées.</source>
        <translation>Reading the copies again found what follows. No file was written; your decisions are kept.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) publié(s)</source>
        <translation>
            <numerusform>%n document published</numerusform>
            <numerusform>%n documents published</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n occultation(s), les mêmes dans les deux versions</source>
        <translation>
            <numerusform>%n occultation, the same in both copies</numerusform>
            <numerusform>%n occultations, the same in both copies</numerusform>
        </translation>
    </message>
    <message>
        <source>Relu par {count} moyens indépendants : {names}</source>
        <translation>Read again by {count} independent means: {names}</translation>
    </message>
    <message>
        <source>Ce que contient le dossier</source>
        <translation>What the folder holds</translation>
    </message>
    <message>
        <source>les versions occultées, à envoyer au demandeur</source>
        <translation>the redacted copies, to send to the requester</translation>
    </message>
    <message>
        <source>les versions intégrales surlignées, pour la CADA ; à ne pas envoyer au demandeur</source>
        <translation>the full copies with highlights, for CADA; not to be sent to the requester</translation>
    </message>
    <message>
        <source>le registre des occultations, sans texte occulté</source>
        <translation>the register of occultations, without any occulted text</translation>
    </message>
    <message>
        <source>les empreintes des fichiers et la preuve de la vérification</source>
        <translation>the hashes of the files and the proof of the verification</translation>
    </message>
    <message>
        <source>Retiré de la copie : {list}</source>
        <translation>Taken out of the copy: {list}</translation>
    </message>
    <message>
        <source>Non lu : {where} — {why}</source>
        <translation>Not read: {where} — {why}</translation>
    </message>
    <message>
        <source>Texte occulté encore lisible : {where}</source>
        <translation>Occulted text still readable: {where}</translation>
    </message>
    <message>
        <source>Texte qui aurait dû rester : {where}</source>
        <translation>Text that should have stayed: {where}</translation>
    </message>
    <message>
        <source>La version intégrale diffère : {where}</source>
        <translation>The full copy differs: {where}</translation>
    </message>
    <message numerus="yes">
        <source>… et %n autre(s) endroit(s)</source>
        <translation>
            <numerusform>… and %n more place</numerusform>
            <numerusform>… and %n more places</numerusform>
        </translation>
    </message>
    <message>
        <source>Revenir à la revue</source>
        <translation>Back to the review</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message>
        <source>Aucune mention ne correspond au filtre.</source>
        <translation>No mention matches the filter.</translation>
    </message>
    <message numerus="yes">
        <source>Plus rien à décider dans cette liste ; le filtre en cache encore %n.</source>
        <translation>
            <numerusform>Nothing left to decide in this list; the filter hides %n more.</numerusform>
            <numerusform>Nothing left to decide in this list; the filter hides %n more.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tout est décidé.</source>
        <translation>All decided.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Catégorie de la mention à ajouter</source>
        <translation>Category of the mention to add</translation>
    </message>
    <message>
        <source>Occulter ici</source>
        <translation>Occult here</translation>
    </message>
    <message>
        <source>Ajouter la mention à cet endroit (A)</source>
        <translation>Add the mention here (A)</translation>
    </message>
    <message>
        <source>Ajouter la mention partout où ce texte se trouve dans le dossier (Maj+A)</source>
        <translation>Add the mention wherever this text stands in the dossier (Shift+A)</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>« {text} »</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>Occulter partout</source>
        <translation>Occult everywhere</translation>
    </message>
    <message numerus="yes">
        <source>Occulter partout (%n)</source>
        <translation>
            <numerusform>Occult everywhere (%n)</numerusform>
            <numerusform>Occult everywhere (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Occulter partout ({count} dans {documents} documents)</source>
        <translation>Occult everywhere ({count} in {documents} documents)</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Déposez ici les documents de la demande</source>
        <translation>Drop the documents of the request here</translation>
    </message>
    <message>
        <source>PDF, Word (.docx), texte — plusieurs à la fois si besoin</source>
        <translation>PDF, Word (.docx), text — several at once if need be</translation>
    </message>
    <message>
        <source>Choisir des fichiers…</source>
        <translation>Choose files…</translation>
    </message>
    <message>
        <source>Essayer sur un exemple</source>
        <translation>Try on a sample</translation>
    </message>
    <message>
        <source>Ouvrir un dossier d’exemple, aux personnes inventées</source>
        <translation>Open a sample dossier, with invented people</translation>
    </message>
    <message>
        <source>1. Redactor propose</source>
        <translation>1. Redactor proposes</translation>
    </message>
    <message>
        <source>Noms, adresses, identifiants : chaque mention est proposée avec son motif.</source>
        <translation>Names, addresses, identifiers: each mention is proposed with its ground.</translation>
    </message>
    <message>
        <source>2. Vous décidez</source>
        <translation>2. You decide</translation>
    </message>
    <message>
        <source>Occulter ou conserver, une mention ou toutes celles d’une personne, au clavier si vous voulez.</source>
        <translation>Occult or keep, one mention or all those of a person, by keyboard if you like.</translation>
    </message>
    <message>
        <source>3. Les copies sont vérifiées</source>
        <translation>3. The copies are verified</translation>
    </message>
    <message>
        <source>Une version occultée à communiquer, une version intégrale surlignée, un registre.</source>
        <translation>A redacted copy to disclose, a full copy with highlights, a register.</translation>
    </message>
    <message>
        <source>Tout reste sur ce poste : aucune connexion, et vos originaux ne sont jamais modifiés.</source>
        <translation>Everything stays on this computer: no connection, and your originals are never changed.</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>&amp;Fichier</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Décider</source>
        <translation>&amp;Decide</translation>
    </message>
    <message>
        <source>&amp;Parcourir</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>&amp;Affichage</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Aide</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Ouvrir des fichiers…</source>
        <translation>&amp;Open files…</translation>
    </message>
    <message>
        <source>&amp;Retirer ce document</source>
        <translation>&amp;Remove this document</translation>
    </message>
    <message>
        <source>&amp;Exporter les copies…</source>
        <translation>&amp;Export the copies…</translation>
    </message>
    <message>
        <source>&amp;Fermer le dossier</source>
        <translation>&amp;Close the dossier</translation>
    </message>
    <message>
        <source>&amp;Quitter</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Occulter</source>
        <translation>&amp;Occult</translation>
    </message>
    <message>
        <source>&amp;Conserver</source>
        <translation>&amp;Keep</translation>
    </message>
    <message>
        <source>Occulter &amp;toutes les mentions de l’ensemble</source>
        <translation>Occult &amp;all mentions of the group</translation>
    </message>
    <message>
        <source>Conserver to&amp;utes les mentions de l’ensemble</source>
        <translation>Keep a&amp;ll mentions of the group</translation>
    </message>
    <message>
        <source>Remettre à &amp;décider</source>
        <translation>&amp;Decide later</translation>
    </message>
    <message>
        <source>Changer la c&amp;atégorie</source>
        <translation>Change the &amp;category</translation>
    </message>
    <message>
        <source>Changer le &amp;motif</source>
        <translation>Change the &amp;ground</translation>
    </message>
    <message>
        <source>&amp;Étendre la fin d’un mot</source>
        <translation>&amp;Extend the end by a word</translation>
    </message>
    <message>
        <source>Réduire la fin d’un mot</source>
        <translation>Shorten the end by a word</translation>
    </message>
    <message>
        <source>Étendre le début d’un mot</source>
        <translation>Extend the start by a word</translation>
    </message>
    <message>
        <source>Réduire le début d’un mot</source>
        <translation>Shorten the start by a word</translation>
    </message>
    <message>
        <source>&amp;Ajouter la sélection comme mention</source>
        <translation>A&amp;dd the selection as a mention</translation>
    </message>
    <message>
        <source>Ajouter la sélection &amp;partout</source>
        <translation>Add the selection e&amp;verywhere</translation>
    </message>
    <message>
        <source>&amp;Chercher un texte et l’occulter…</source>
        <translation>&amp;Find a text and occult it…</translation>
    </message>
    <message>
        <source>Tracer une &amp;zone à occulter</source>
        <translation>Draw an a&amp;rea to occult</translation>
    </message>
    <message>
        <source>A&amp;nnuler</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Rétablir</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>Mention &amp;suivante à décider</source>
        <translation>&amp;Next mention to decide</translation>
    </message>
    <message>
        <source>Mention &amp;précédente à décider</source>
        <translation>&amp;Previous mention to decide</translation>
    </message>
    <message>
        <source>&amp;Filtrer les mentions</source>
        <translation>&amp;Filter the mentions</translation>
    </message>
    <message>
        <source>Aller à la &amp;liste des mentions</source>
        <translation>Go to the &amp;list of mentions</translation>
    </message>
    <message>
        <source>Aller au &amp;document affiché</source>
        <translation>Go to the &amp;document shown</translation>
    </message>
    <message>
        <source>Aller à la liste des d&amp;ocuments</source>
        <translation>Go to the list of d&amp;ocuments</translation>
    </message>
    <message>
        <source>Page suivante</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Page précédente</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Document suivant</source>
        <translation>Next document</translation>
    </message>
    <message>
        <source>Document précédent</source>
        <translation>Previous document</translation>
    </message>
    <message>
        <source>&amp;Agrandir</source>
        <translation>Zoom &amp;in</translation>
    </message>
    <message>
        <source>&amp;Réduire</source>
        <translation>Zoom &amp;out</translation>
    </message>
    <message>
        <source>&amp;Largeur de la fenêtre</source>
        <translation>&amp;Width of the window</translation>
    </message>
    <message>
        <source>&amp;Touches du clavier</source>
        <translation>&amp;Keyboard</translation>
    </message>
    <message>
        <source>À &amp;propos de Redactor</source>
        <translation>&amp;About Redactor</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>à décider</source>
        <translation>to decide</translation>
    </message>
    <message>
        <source>occultée</source>
        <translation>occulted</translation>
    </message>
    <message>
        <source>conservée</source>
        <translation>kept</translation>
    </message>
    <message>
        <source>disjointe</source>
        <translation>disjoined</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>En-tête</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Pied de page</source>
        <translation>Footer</translation>
    </message>
    <message>
        <source>Note de bas de page</source>
        <translation>Footnote</translation>
    </message>
    <message>
        <source>Note de fin</source>
        <translation>Endnote</translation>
    </message>
    <message>
        <source>Zone de texte</source>
        <translation>Text box</translation>
    </message>
    <message>
        <source>Commentaires</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>Champs</source>
        <translation>Fields</translation>
    </message>
    <message>
        <source>Champs de formulaire</source>
        <translation>Form fields</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotations</translation>
    </message>
    <message>
        <source>Liens</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Signets</source>
        <translation>Bookmarks</translation>
    </message>
    <message>
        <source>Propriétés du fichier</source>
        <translation>File properties</translation>
    </message>
    <message>
        <source>Pièces jointes</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Suivi des modifications</source>
        <translation>Tracked changes</translation>
    </message>
    <message>
        <source>Texte masqué</source>
        <translation>Hidden text</translation>
    </message>
    <message>
        <source>Texte de remplacement</source>
        <translation>Alternative text</translation>
    </message>
    <message>
        <source>Calques</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>Scripts</translation>
    </message>
    <message>
        <source>Objets incorporés</source>
        <translation>Embedded objects</translation>
    </message>
    <message>
        <source>Texte reconnu (image)</source>
        <translation>Recognised text (image)</translation>
    </message>
    <message>
        <source>Nom du fichier</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>vignette d’aperçu</source>
        <translation>preview picture</translation>
    </message>
    <message>
        <source>signature électronique</source>
        <translation>digital signature</translation>
    </message>
    <message>
        <source>macros</source>
        <translation>macros</translation>
    </message>
    <message>
        <source>hors des objets du fichier</source>
        <translation>outside the file’s objects</translation>
    </message>
    <message>
        <source>Modèle de langue</source>
        <translation>Language model</translation>
    </message>
    <message>
        <source>Règle</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Motif vérifié</source>
        <translation>Checked pattern</translation>
    </message>
    <message>
        <source>Rapprochement</source>
        <translation>Match with another mention</translation>
    </message>
    <message>
        <source>Liste du dossier</source>
        <translation>List of the dossier</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Ajoutée à la main</source>
        <translation>Added by hand</translation>
    </message>
</context>
</TS>
