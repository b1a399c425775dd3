<?xml version="1.0" encoding="utf-8"?>
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
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Fiche du modèle</source>
        <translation>Model card</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>A&amp;pparence</source>
        <translation>A&amp;ppearance</translation>
    </message>
    <message>
        <source>Claire</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Lan&amp;gue</source>
        <translation>Lan&amp;guage</translation>
    </message>
    <message>
        <source>Comme le bureau</source>
        <translation>As the desktop</translation>
    </message>
    <message>
        <source>Contraste élevé</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Dossiers &amp;récents</source>
        <translation>&amp;Recent dossiers</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
</context>
<context>
    <name>AreaActions</name>
    <message>
        <source>Tracez une zone à la souris, ou Entrée pour en poser une au milieu.</source>
        <translation>Draw an area with the mouse, or press Enter to put one in the middle.</translation>
    </message>
    <message>
        <source>Zone occultée (Ctrl+Z pour annuler)</source>
        <translation>Area redacted (Ctrl+Z to undo)</translation>
    </message>
    <message>
        <source>Suggestion écartée (Ctrl+Z pour annuler)</source>
        <translation>Suggestion dismissed (Ctrl+Z to undo)</translation>
    </message>
    <message>
        <source>Zone supprimée (Ctrl+Z pour annuler)</source>
        <translation>Area deleted (Ctrl+Z to undo)</translation>
    </message>
    <message numerus="yes">
        <source>%n zone(s) occultée(s) (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>%n area redacted (Ctrl+Z to undo)</numerusform>
            <numerusform>%n areas redacted (Ctrl+Z to undo)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) écartée(s) (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>%n suggestion dismissed (Ctrl+Z to undo)</numerusform>
            <numerusform>%n suggestions dismissed (Ctrl+Z to undo)</numerusform>
        </translation>
    </message>
    <message>
        <source>Il n’y a pas de zone.</source>
        <translation>There is no area.</translation>
    </message>
</context>
<context>
    <name>AreaBar</name>
    <message>
        <source>Zone choisie</source>
        <translation>Chosen area</translation>
    </message>
    <message>
        <source>Motif de la zone</source>
        <translation>Ground of the area</translation>
    </message>
    <message>
        <source>Occulter</source>
        <translation>Redact</translation>
    </message>
    <message>
        <source>Occulter cette zone (Entrée)</source>
        <translation>Redact this area (Enter)</translation>
    </message>
    <message>
        <source>Occulter toutes les zones suggérées de ce document</source>
        <translation>Redact all the areas suggested in this document</translation>
    </message>
    <message>
        <source>Écarter toutes les zones suggérées de ce document</source>
        <translation>Dismiss all the areas suggested in this document</translation>
    </message>
    <message>
        <source>Suivante</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Aller à la zone suivante (Maj+Z)</source>
        <translation>Go to the next area (Shift+Z)</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ne plus tenir cette zone (Échap)</source>
        <translation>Let go of this area (Esc)</translation>
    </message>
    <message>
        <source>Zone d’une image</source>
        <translation>Area of a picture</translation>
    </message>
    <message>
        <source>Zone de la page {page}</source>
        <translation>Area of page {page}</translation>
    </message>
    <message>
        <source>{place} : {name}, suggérée ({sure}) — {why}</source>
        <translation>{place}: {name}, suggested ({sure}) — {why}</translation>
    </message>
    <message>
        <source>Écarter</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>Supprimer</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Écarter cette suggestion (Suppr)</source>
        <translation>Dismiss this suggestion (Del)</translation>
    </message>
    <message>
        <source>Supprimer cette zone (Suppr)</source>
        <translation>Delete this area (Del)</translation>
    </message>
    <message numerus="yes">
        <source>Tout occulter (%n)</source>
        <translation>
            <numerusform>Redact all (%n)</numerusform>
            <numerusform>Redact all (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tout écarter (%n)</source>
        <translation>
            <numerusform>Dismiss all (%n)</numerusform>
            <numerusform>Dismiss all (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Motif à choisir</source>
        <translation>Ground to be chosen</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>Ce qui change depuis la dernière communication</source>
        <translation>What changes since the last release</translation>
    </message>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Changement</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Passages qui changent</source>
        <translation>Passages that change</translation>
    </message>
    <message>
        <source>Ce dossier n’a pas encore été communiqué.</source>
        <translation>This dossier has not been released yet.</translation>
    </message>
    <message>
        <source>Communication {number} faite le {day} ; la suivante sera la {next}.</source>
        <translation>Release {number} was made on {day}; the next will be release {next}.</translation>
    </message>
    <message>
        <source>Rien ne change.</source>
        <translation>Nothing changes.</translation>
    </message>
    <message>
        <source>{shown}, {hidden}.</source>
        <translation>{shown}, {hidden}.</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) devient(nent) lisible(s)</source>
        <translation>
            <numerusform>%n passage becomes readable</numerusform>
            <numerusform>%n passages become readable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) est(sont) occulté(s) en plus</source>
        <translation>
            <numerusform>%n passage is newly redacted</numerusform>
            <numerusform>%n passages are newly redacted</numerusform>
        </translation>
    </message>
    <message>
        <source>document retiré du dossier</source>
        <translation>document removed from the dossier</translation>
    </message>
    <message>
        <source>document ajouté</source>
        <translation>document added</translation>
    </message>
    <message>
        <source>ne part plus</source>
        <translation>no longer goes out</translation>
    </message>
    <message>
        <source>occulté en plus</source>
        <translation>newly redacted</translation>
    </message>
    <message>
        <source>devient lisible</source>
        <translation>becomes readable</translation>
    </message>
</context>
<context>
    <name>CheckCard</name>
    <message>
        <source>Révéler ce qui se lit</source>
        <translation>Reveal what can be read</translation>
    </message>
    <message>
        <source>Voir l’autre endroit</source>
        <translation>Show the other place</translation>
    </message>
    <message>
        <source>Donner le mot de passe…</source>
        <translation>Give the password…</translation>
    </message>
    <message>
        <source>Expliquer</source>
        <translation>Explain</translation>
    </message>
    <message>
        <source>Choisissez un constat.</source>
        <translation>Choose a finding.</translation>
    </message>
    <message>
        <source>sûr à {value}</source>
        <translation>{value} sure</translation>
    </message>
    <message>
        <source>Voir aussi : {where}</source>
        <translation>See also: {where}</translation>
    </message>
    <message>
        <source>Écarté : {reason}</source>
        <translation>Set aside: {reason}</translation>
    </message>
    <message>
        <source>Écarter…</source>
        <translation>Set aside…</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Take back</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Ajouter des fichiers…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>Ajouter un dossier…</source>
        <translation>Add a folder…</translation>
    </message>
    <message>
        <source>Comparer deux versions…</source>
        <translation>Compare two releases…</translation>
    </message>
    <message>
        <source>Enregistrer le rapport…</source>
        <translation>Save the report…</translation>
    </message>
    <message>
        <source>Fermer la vérification</source>
        <translation>Close the check</translation>
    </message>
    <message>
        <source>Fichiers à vérifier</source>
        <translation>Files to check</translation>
    </message>
    <message>
        <source>Dossier à vérifier</source>
        <translation>Folder to check</translation>
    </message>
    <message>
        <source>La première version, ou l’original public</source>
        <translation>The first release, or the public original</translation>
    </message>
    <message>
        <source>L’autre version</source>
        <translation>The other release</translation>
    </message>
    <message>
        <source>Vérification en cours</source>
        <translation>Check under way</translation>
    </message>
    <message>
        <source>Recherche des données restées en clair…</source>
        <translation>Looking for data left in clear…</translation>
    </message>
    <message>
        <source>Déposez ici les fichiers reçus, ou ceux que vous allez envoyer.</source>
        <translation>Drop here the files that you received, or those that you are about to send.</translation>
    </message>
    <message>
        <source>Vérification en cours…</source>
        <translation>Checking…</translation>
    </message>
    <message numerus="yes">
        <source>%n fuite(s) : ne diffusez pas ces fichiers.</source>
        <translation>
            <numerusform>%n leak: do not pass these files on.</numerusform>
            <numerusform>%n leaks: do not pass these files on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Aucune fuite vue, mais %n partie(s) n’ont pas pu être lues.</source>
        <translation>
            <numerusform>No leak seen, but %n part could not be read.</numerusform>
            <numerusform>No leak seen, but %n parts could not be read.</numerusform>
        </translation>
    </message>
    <message>
        <source>Aucune fuite ; des points demandent un regard.</source>
        <translation>No leak; some points need a look.</translation>
    </message>
    <message>
        <source>Rien d’occulté ne se lit dans ces fichiers.</source>
        <translation>Nothing redacted can be read in these files.</translation>
    </message>
    <message>
        <source>Écarter ce constat</source>
        <translation>Set this finding aside</translation>
    </message>
    <message>
        <source>Il ne comptera plus dans le verdict ; le rapport dira pourquoi.</source>
        <translation>It will no longer count in the verdict; the report will say why.</translation>
    </message>
    <message>
        <source>Écarter</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Mot de passe</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>{name} est protégé.</source>
        <translation>{name} is protected.</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Rapport enregistré : {name}</source>
        <translation>Report saved: {name}</translation>
    </message>
</context>
<context>
    <name>CheckTree</name>
    <message>
        <source>Constats, par document et par gravité</source>
        <translation>Findings, by document and severity</translation>
    </message>
    <message>
        <source>en attente</source>
        <translation>waiting</translation>
    </message>
    <message numerus="yes">
        <source>%n fuite(s)</source>
        <translation>
            <numerusform>%n leak</numerusform>
            <numerusform>%n leaks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partie(s) non lue(s)</source>
        <translation>
            <numerusform>%n part not read</numerusform>
            <numerusform>%n parts not read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avertissement(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message>
        <source>rien à signaler</source>
        <translation>nothing to report</translation>
    </message>
    <message>
        <source>Données restées en clair</source>
        <translation>Data left in clear</translation>
    </message>
    <message>
        <source>Écartés</source>
        <translation>Set aside</translation>
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
    <name>DecisionDesk</name>
    <message numerus="yes">
        <source>{state} : %n mention(s) (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>{state}: %n mention (Ctrl+Z to undo)</numerusform>
            <numerusform>{state}: %n mentions (Ctrl+Z to undo)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DefaultsDialog</name>
    <message>
        <source>Règles propres à ce dossier</source>
        <translation>Rules of this dossier</translation>
    </message>
    <message>
        <source>Raison, portée au registre</source>
        <translation>Reason, stated in the register</translation>
    </message>
    <message>
        <source>Pourquoi ce dossier s’écarte du profil</source>
        <translation>Why this dossier departs from the profile</translation>
    </message>
    <message>
        <source>Revenir au profil</source>
        <translation>Back to the profile</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Profil : {profile}. Ce que vous changez ici vaut pour ce dossier seul ; les mentions déjà décidées par une personne ne changent pas.</source>
        <translation>Profile: {profile}. What you change here holds for this dossier alone; mentions that a person has decided do not change.</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Coordonnées</source>
        <translation>Contact details</translation>
    </message>
    <message>
        <source>Autres mentions</source>
        <translation>Other mentions</translation>
    </message>
    <message>
        <source>Ce que le dossier propose</source>
        <translation>What the dossier proposes</translation>
    </message>
    <message>
        <source>Version occultée</source>
        <translation>Redacted version</translation>
    </message>
    <message>
        <source>Suivi des modifications (Word, OpenDocument)</source>
        <translation>Tracked changes (Word, OpenDocument)</translation>
    </message>
    <message>
        <source>conservé, occulté</source>
        <translation>kept, redacted</translation>
    </message>
    <message>
        <source>accepté après occultation</source>
        <translation>accepted after redaction</translation>
    </message>
    <message>
        <source>Commentaires</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>conservés, occultés</source>
        <translation>kept, redacted</translation>
    </message>
    <message>
        <source>retirés</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>Courriels</source>
        <translation>E-mails</translation>
    </message>
    <message>
        <source>en courriel (.eml)</source>
        <translation>as e-mail (.eml)</translation>
    </message>
    <message>
        <source>en PDF</source>
        <translation>as PDF</translation>
    </message>
    <message>
        <source>Comme le profil : {what}</source>
        <translation>As the profile: {what}</translation>
    </message>
    <message>
        <source>Comme le profil : {decision}</source>
        <translation>As the profile: {decision}</translation>
    </message>
    <message>
        <source>occulter</source>
        <translation>redact</translation>
    </message>
    <message>
        <source>conserver</source>
        <translation>keep</translation>
    </message>
    <message>
        <source>faire examiner</source>
        <translation>to examine</translation>
    </message>
    <message>
        <source>disjoindre</source>
        <translation>sever</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) non décidée(s) change(nt) de proposition.</source>
        <translation>
            <numerusform>%n undecided mention is proposed otherwise.</numerusform>
            <numerusform>%n undecided mentions are proposed otherwise.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dites pourquoi : le registre porte cette raison.</source>
        <translation>Say why: the register states this reason.</translation>
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
        <translation>Ground of the redaction</translation>
    </message>
    <message>
        <source>(plusieurs)</source>
        <translation>(several)</translation>
    </message>
    <message>
        <source>Occulter</source>
        <translation>Redact</translation>
    </message>
    <message>
        <source>Conserver</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Retenir l’occultation de cette mention</source>
        <translation>Redact this mention</translation>
    </message>
    <message>
        <source>Écarter l’occultation : le texte reste lisible</source>
        <translation>Do not redact: the text stays readable</translation>
    </message>
    <message>
        <source>Occulter tout cet ensemble</source>
        <translation>Redact the whole group</translation>
    </message>
    <message>
        <source>Conserver tout cet ensemble</source>
        <translation>Keep the whole group</translation>
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
    <message>
        <source>Tout l’ensemble : {reach}</source>
        <translation>Whole group: {reach}</translation>
    </message>
    <message>
        <source>À revoir : {note}</source>
        <translation>To come back to: {note}</translation>
    </message>
    <message>
        <source>sans note</source>
        <translation>no note</translation>
    </message>
    <message>
        <source>le second lecteur</source>
        <translation>the second reader</translation>
    </message>
    <message>
        <source>Confirmé par {who}</source>
        <translation>Confirmed by {who}</translation>
    </message>
    <message>
        <source>Renvoyé par {who} : {note}</source>
        <translation>Returned by {who}: {note}</translation>
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
        <translation>Redact all {count}</translation>
    </message>
    <message>
        <source>Conserver les {count}</source>
        <translation>Keep all {count}</translation>
    </message>
    <message>
        <source>{saw} : {why}</source>
        <translation>{saw}: {why}</translation>
    </message>
    <message>
        <source> (sûr à {value})</source>
        <translation> ({value} sure)</translation>
    </message>
    <message>
        <source>{role}, d’après « {clue} »</source>
        <translation>{role}, judging by “{clue}”</translation>
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
    <message>
        <source>original introuvable : clic droit pour le retrouver</source>
        <translation>original not found: right-click to locate it</translation>
    </message>
    <message>
        <source>original modifié : clic droit pour le relire</source>
        <translation>original changed: right-click to read it again</translation>
    </message>
    <message>
        <source>ne part pas : {ground}</source>
        <translation>held back: {ground}</translation>
    </message>
    <message>
        <source>communiqué</source>
        <translation>released</translation>
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
        <source>%n page(s) à voir</source>
        <translation>
            <numerusform>%n page to look at</numerusform>
            <numerusform>%n pages to look at</numerusform>
        </translation>
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
    <message>
        <source>Pages calculées par LibreOffice ; celles de Word peuvent différer.</source>
        <translation>Pages as LibreOffice lays them out; Word’s may differ.</translation>
    </message>
    <message>
        <source>Présentation approchée, sans les pages.</source>
        <translation>Approximate view, without pages.</translation>
    </message>
    <message>
        <source>Mise en page en cours…</source>
        <translation>Laying out the pages…</translation>
    </message>
    <message>
        <source>La mise en page n’a pas pu être faite.</source>
        <translation>The pages could not be laid out.</translation>
    </message>
</context>
<context>
    <name>DossierDialog</name>
    <message>
        <source>Le dossier</source>
        <translation>The dossier</translation>
    </message>
    <message>
        <source>reçue le</source>
        <translation>received on</translation>
    </message>
    <message>
        <source>autre échéance</source>
        <translation>another deadline</translation>
    </message>
    <message>
        <source>Intitulé</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Référence</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>Demandeurs, un par ligne</source>
        <translation>Requesters, one a line</translation>
    </message>
    <message>
        <source>Personnes intéressées, une par ligne</source>
        <translation>Persons concerned, one a line</translation>
    </message>
    <message>
        <source>Demande</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Échéance</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Périmètre de la demande</source>
        <translation>Scope of the request</translation>
    </message>
    <message>
        <source>Vous êtes</source>
        <translation>You are</translation>
    </message>
    <message>
        <source>facultative</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>encore une fois</source>
        <translation>once more</translation>
    </message>
    <message>
        <source>Phrase de passe</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Phrase de passe, encore une fois</source>
        <translation>Passphrase, once more</translation>
    </message>
    <message>
        <source>Toujours occulter (un texte par ligne ; * remplace la fin d’un mot)</source>
        <translation>Always redact (one text a line; * stands for the end of a word)</translation>
    </message>
    <message>
        <source>Ne jamais proposer : personnages publics, noms de l’administration…</source>
        <translation>Never propose: public figures, the administration’s own names…</translation>
    </message>
    <message>
        <source>Importer un fichier CSV…</source>
        <translation>Import a CSV file…</translation>
    </message>
    <message>
        <source>Deux colonnes : le texte, puis « toujours » ou « jamais »</source>
        <translation>Two columns: the text, then “toujours” (always) or “jamais” (never)</translation>
    </message>
    <message>
        <source>La demande</source>
        <translation>The request</translation>
    </message>
    <message>
        <source>Les listes</source>
        <translation>The lists</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>{day} (un mois, silence valant refus)</source>
        <translation>{day} (one month, after which silence is refusal)</translation>
    </message>
    <message>
        <source>Importer une liste</source>
        <translation>Import a list</translation>
    </message>
    <message>
        <source>Les deux phrases de passe diffèrent.</source>
        <translation>The two passphrases differ.</translation>
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
    <message>
        <source>Exporter malgré tout</source>
        <translation>Export all the same</translation>
    </message>
    <message>
        <source>Raison, portée au registre</source>
        <translation>Reason, kept in the register</translation>
    </message>
    <message>
        <source>Ce qui n’est pas décidé</source>
        <translation>What is undecided</translation>
    </message>
    <message>
        <source>Occulter ce qui n’est pas décidé</source>
        <translation>Redact what is undecided</translation>
    </message>
    <message>
        <source>Laisser lisible ce qui n’est pas décidé</source>
        <translation>Leave what is undecided readable</translation>
    </message>
    <message>
        <source>Protéger la version intégrale par un mot de passe</source>
        <translation>Protect the full version with a password</translation>
    </message>
    <message>
        <source>Mot de passe de la version intégrale</source>
        <translation>Password of the full version</translation>
    </message>
    <message>
        <source>Le même, une seconde fois</source>
        <translation>The same, a second time</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Redactor écrit la version occultée à communiquer, la version intégrale surlignée et le registre des occultations, puis relit chaque copie. Si un texte occulté y est encore lisible, rien n’est publié.</source>
        <translation>Redactor writes the redacted copy to disclose, the full copy with highlights and the register of redactions, then reads every copy again. If a redacted text can still be read, nothing is published.</translation>
    </message>
    <message numerus="yes">
        <source>Protéger par un mot de passe la version intégrale des %n PDF</source>
        <translation>
            <numerusform>Protect the full version of %n PDF with a password</numerusform>
            <numerusform>Protect the full versions of %n PDFs with a password</numerusform>
        </translation>
    </message>
    <message>
        <source>À régler avant l’export</source>
        <translation>To settle before the export</translation>
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
        <source>%n occultation(s)</source>
        <translation>
            <numerusform>%n redaction</numerusform>
            <numerusform>%n redactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) conservée(s)</source>
        <translation>
            <numerusform>%n mention kept</numerusform>
            <numerusform>%n mentions kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) changent</source>
        <translation>
            <numerusform>%n passage changes</numerusform>
            <numerusform>%n passages change</numerusform>
        </translation>
    </message>
    <message>
        <source>Communication {number} : {changed} depuis la précédente.</source>
        <translation>Release {number}: {changed} since the previous one.</translation>
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
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Les copies n’apparaissent qu’une fois toutes relues. Annuler n’écrit rien.</source>
        <translation>The copies appear once all of them have been read again. Cancelling writes nothing.</translation>
    </message>
    <message>
        <source>Préparation de l’envoi</source>
        <translation>Preparing what is sent</translation>
    </message>
    <message>
        <source>Les deux parts n’apparaissent qu’une fois contrôlées. Annuler n’écrit rien.</source>
        <translation>The two parts appear only once they are checked. Cancelling writes nothing.</translation>
    </message>
    <message>
        <source>Préparation…</source>
        <translation>Preparing…</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Ouvrir des fichiers</source>
        <translation>Open files</translation>
    </message>
    <message>
        <source>Documents ({patterns});;Dossiers Redactor ({dossiers});;Tous (*)</source>
        <translation>Documents ({patterns});;Redactor dossiers ({dossiers});;All (*)</translation>
    </message>
    <message>
        <source>Nouveau dossier</source>
        <translation>New dossier</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Enregistrer le dossier sous</source>
        <translation>Save the dossier as</translation>
    </message>
    <message>
        <source>{name} est protégé.</source>
        <translation>{name} is protected.</translation>
    </message>
    <message>
        <source>Ce n’est pas la phrase de passe de {name}, ou ce n’est pas un dossier de Redactor.</source>
        <translation>This is not the passphrase of {name}, or it is not a Redactor dossier.</translation>
    </message>
    <message>
        <source>Dossier protégé</source>
        <translation>Protected dossier</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Phrase de passe</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Un autre profil</source>
        <translation>Another profile</translation>
    </message>
    <message>
        <source>{name} : son profil ne peut pas être lu ; choisissez-en un autre pour le rouvrir, ce qui est décidé reste décidé.</source>
        <translation>{name}: its profile cannot be read; choose another one to reopen it, and what was decided stays decided.</translation>
    </message>
    <message>
        <source>Rouvrir</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Phrase de passe du dossier</source>
        <translation>Passphrase of the dossier</translation>
    </message>
    <message>
        <source>Sans elle, personne ne rouvre le dossier, vous non plus. Elle protège le fichier du dossier ; vos originaux et les copies exportées restent lisibles. Un dossier qui n’était pas protégé peut avoir laissé des traces sur le disque.</source>
        <translation>Without it nobody opens the dossier again, not even you. It protects the file of the dossier; your originals and the exported copies stay readable. A dossier that was not protected may have left traces on the disk.</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nouvelle phrase de passe (vide : aucune)</source>
        <translation>New passphrase (empty: none)</translation>
    </message>
    <message>
        <source>La même, encore une fois</source>
        <translation>The same, once more</translation>
    </message>
    <message>
        <source>Purger ce dossier ?</source>
        <translation>Purge this dossier?</translation>
    </message>
    <message>
        <source>Les textes, les mentions, les décisions et les noms quittent le fichier pour de bon. Reste la trace de ce qui a été communiqué, quand et par qui. Vos originaux et les copies exportées ne sont pas touchés.</source>
        <translation>Texts, mentions, decisions and names leave the file for good. What was released, when and by whom stays. Your originals and the exported copies are not touched.</translation>
    </message>
    <message>
        <source>Purger</source>
        <translation>Purge</translation>
    </message>
    <message>
        <source>Ne pas communiquer ce document</source>
        <translation>Hold this document back</translation>
    </message>
    <message>
        <source>{name} ne sera pas exporté ; le bordereau dira pourquoi. Ses décisions sont gardées, et Ctrl+Z le rétablit.</source>
        <translation>{name} will not be exported; the slip will say why. Its decisions are kept, and Ctrl+Z brings it back.</translation>
    </message>
    <message>
        <source>Écarter le document</source>
        <translation>Hold it back</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>Note (facultative)</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>Retrouver l’original</source>
        <translation>Locate the original</translation>
    </message>
    <message>
        <source>Relire {name} ?</source>
        <translation>Read {name} again?</translation>
    </message>
    <message>
        <source>Les décisions prises dans l’ancienne version de ce document seront perdues : leurs places n’y sont plus. Les autres documents ne changent pas.</source>
        <translation>Decisions made in the old version of this document will be lost: their places are gone. The other documents do not change.</translation>
    </message>
    <message>
        <source>Relire</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Choisir la version à lire</source>
        <translation>Choose the version to read</translation>
    </message>
    <message>
        <source>Toutes les pages numérisées sont déjà lues dans leur image.</source>
        <translation>All scanned pages are read from their picture already.</translation>
    </message>
    <message>
        <source>Si la page {page} est numérisée, Redactor la lit lui-même dans son image. Les autres pages ne changent pas.</source>
        <translation>If page {page} is scanned, Redactor reads it from its picture. The other pages do not change.</translation>
    </message>
    <message>
        <source>La page {page} a été lue dans son image. Redactor peut revenir au texte que le fichier lui joint.</source>
        <translation>Page {page} was read from its picture. Redactor can go back to the text that the file gives it.</translation>
    </message>
    <message>
        <source>Relire une page numérisée</source>
        <translation>Read a scanned page again</translation>
    </message>
    <message>
        <source>La reconnaissance de caractères n’est pas installée sur ce poste.</source>
        <translation>Character recognition is not installed on this computer.</translation>
    </message>
    <message>
        <source>Le texte que le numériseur a joint à {name} est mauvais, ou absent ? Redactor peut le lire lui-même dans l’image des pages, en quelques secondes par page. Le reste du document ne change pas.</source>
        <translation>Is the text that the scanner attached to {name} bad, or missing? Redactor can read it from the picture of the pages itself, in a few seconds a page. The rest of the document does not change.</translation>
    </message>
    <message>
        <source>Les pages numérisées de {name} ont été lues dans leur image. Redactor peut revenir au texte que le fichier leur joint.</source>
        <translation>The scanned pages of {name} were read from their picture. Redactor can go back to the text that the file attaches to them.</translation>
    </message>
    <message>
        <source>Relire les pages numérisées</source>
        <translation>Read the scanned pages again</translation>
    </message>
    <message>
        <source>Ce qui est décidé est gardé partout où le texte reste le même ; ailleurs, c’est à reprendre.</source>
        <translation>What is decided is kept wherever the text stays the same; elsewhere, it is to be done again.</translation>
    </message>
    <message>
        <source>Lire dans l’image</source>
        <translation>Read the picture</translation>
    </message>
    <message>
        <source>Revenir au texte du fichier</source>
        <translation>Back to the file’s text</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Dossier purgé : il ne garde que la trace de ce qui a été communiqué.</source>
        <translation>Dossier purged: it keeps only the record of what was released.</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) proposée(s) autrement (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>%n mention proposed otherwise (Ctrl+Z to undo)</numerusform>
            <numerusform>%n mentions proposed otherwise (Ctrl+Z to undo)</numerusform>
        </translation>
    </message>
    <message>
        <source>Original retrouvé.</source>
        <translation>Original found.</translation>
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
        <translation>Redacted</translation>
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
        <source>À revoir</source>
        <translation>To come back to</translation>
    </message>
    <message>
        <source>Non relues</source>
        <translation>Not read again</translation>
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
        <source>Avant la modification suivie :</source>
        <translation>Before the tracked change:</translation>
    </message>
    <message>
        <source>Commentaire</source>
        <translation>Comment</translation>
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
    <name>GateList</name>
    <message>
        <source>Ce qui retient la communication</source>
        <translation>What holds the release</translation>
    </message>
    <message>
        <source>pas encore analysé</source>
        <translation>not analysed yet</translation>
    </message>
    <message>
        <source>n’a pas pu être lu : il ne sera pas exporté</source>
        <translation>could not be read: it will not be exported</translation>
    </message>
    <message>
        <source>non lu : {places}</source>
        <translation>not read: {places}</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) ou zone(s) à décider</source>
        <translation>
            <numerusform>%n mention or area to decide</numerusform>
            <numerusform>%n mentions or areas to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) signalé(s) que personne n’a examiné(s)</source>
        <translation>
            <numerusform>%n signalled passage that nobody has examined</numerusform>
            <numerusform>%n signalled passages that nobody has examined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n occultation(s) sans motif</source>
        <translation>
            <numerusform>%n redaction without a ground</numerusform>
            <numerusform>%n redactions without a ground</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) que personne n’a vue(s)</source>
        <translation>
            <numerusform>%n page that nobody has seen</numerusform>
            <numerusform>%n pages that nobody has seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n décision(s) renvoyée(s) par le second lecteur</source>
        <translation>
            <numerusform>%n decision returned by the second reader</numerusform>
            <numerusform>%n decisions returned by the second reader</numerusform>
        </translation>
    </message>
    <message>
        <source>Le profil demande la signature d’un second lecteur</source>
        <translation>The profile asks for a second reader’s signature</translation>
    </message>
    <message>
        <source>{name} : {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>Voir le document</source>
        <translation>See the document</translation>
    </message>
    <message>
        <source>Voir pourquoi</source>
        <translation>See why</translation>
    </message>
    <message>
        <source>Voir</source>
        <translation>See</translation>
    </message>
    <message>
        <source>Décider</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>Examiner</source>
        <translation>Examine</translation>
    </message>
    <message>
        <source>Motiver</source>
        <translation>Give a ground</translation>
    </message>
    <message>
        <source>Parcourir</source>
        <translation>Look through</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Take up again</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Sign</translation>
    </message>
</context>
<context>
    <name>Hits</name>
    <message>
        <source>Où</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Avant</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Trouvé</source>
        <translation>Found</translation>
    </message>
    <message>
        <source>Après</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Décision</source>
        <translation>Decision</translation>
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
        <source>Changer les touches…</source>
        <translation>Change the keys…</translation>
    </message>
</context>
<context>
    <name>KeysEditor</name>
    <message>
        <source>Changer les touches</source>
        <translation>Change the keys</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Touche</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Actions et leurs touches</source>
        <translation>Actions and their keys</translation>
    </message>
    <message>
        <source>Nouvelle touche</source>
        <translation>New key</translation>
    </message>
    <message>
        <source>Attribuer</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>Sans touche</source>
        <translation>No key</translation>
    </message>
    <message>
        <source>Touche d’origine</source>
        <translation>Original key</translation>
    </message>
    <message>
        <source>Tout rétablir</source>
        <translation>Restore all</translation>
    </message>
    <message>
        <source>Attribuer quand même</source>
        <translation>Assign all the same</translation>
    </message>
    <message>
        <source>Cette touche annule la dernière action : on la garde.</source>
        <translation>This key undoes the last action: it stays.</translation>
    </message>
    <message>
        <source>C’est déjà la touche de « {action} », qui n’en aurait plus.</source>
        <translation>It is already the key of “{action}”, which would have none.</translation>
    </message>
    <message>
        <source>Une lettre seule agit partout, sauf dans un champ où l’on écrit.</source>
        <translation>A single letter works everywhere, except in a field where one writes.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
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
    <message>
        <source>à revoir</source>
        <translation>to come back to</translation>
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
    <name>PackDialog</name>
    <message>
        <source>Préparer l’envoi</source>
        <translation>Prepare what is sent</translation>
    </message>
    <message>
        <source>Redactor écrit demandeur.zip, à envoyer au demandeur, cada.zip, qui contient en plus les versions intégrales, et une lettre à compléter. Les deux parts sont contrôlées : rien de la version intégrale ne passe chez le demandeur.</source>
        <translation>Redactor writes demandeur.zip, to send to the requester, cada.zip, which also holds the full versions, and a letter to complete. Both parts are checked: nothing of the full version goes to the requester.</translation>
    </message>
    <message>
        <source>Parcourir…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Les deux mots de passe diffèrent.</source>
        <translation>The two passwords differ.</translation>
    </message>
    <message>
        <source>Il chiffre cada.zip (AES-256). Il n’est gardé nulle part : transmettez-le à la CADA par un autre moyen.</source>
        <translation>It encrypts cada.zip (AES-256). It is kept nowhere: give it to CADA by another way.</translation>
    </message>
    <message>
        <source>Préparer</source>
        <translation>Prepare</translation>
    </message>
    <message>
        <source>Dossier de l’&amp;envoi</source>
        <translation>&amp;Folder of what is sent</translation>
    </message>
    <message>
        <source>&amp;Mot de passe de la part CADA (facultatif)</source>
        <translation>&amp;Password of CADA’s part (optional)</translation>
    </message>
    <message>
        <source>Le même, une &amp;seconde fois</source>
        <translation>The &amp;same, a second time</translation>
    </message>
    <message>
        <source>Dossier de l’envoi</source>
        <translation>Folder of what is sent</translation>
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
    <name>PageItem</name>
    <message>
        <source>Page disjointe : {ground}</source>
        <translation>Page severed: {ground}</translation>
    </message>
</context>
<context>
    <name>PaneAreas</name>
    <message>
        <source>Images du document</source>
        <translation>Pictures of the document</translation>
    </message>
</context>
<context>
    <name>PlaceDesk</name>
    <message>
        <source>Zone ajoutée et occultée (Ctrl+Z pour annuler)</source>
        <translation>Area added and redacted (Ctrl+Z to undo)</translation>
    </message>
</context>
<context>
    <name>PremarkActions</name>
    <message>
        <source>Recherche de ce que les auteurs avaient marqué…</source>
        <translation>Looking for what the authors had marked…</translation>
    </message>
    <message>
        <source>Rien de marqué par les auteurs qui ne soit déjà décidé.</source>
        <translation>Nothing marked by the authors that is not decided already.</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) surligné(s)</source>
        <translation>
            <numerusform>%n highlighted passage</numerusform>
            <numerusform>%n highlighted passages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marque(s) de biffure non appliquée(s)</source>
        <translation>
            <numerusform>%n redaction mark that was not applied</numerusform>
            <numerusform>%n redaction marks that were not applied</numerusform>
        </translation>
    </message>
    <message>
        <source>Ce que l’auteur avait marqué</source>
        <translation>What the author had marked</translation>
    </message>
    <message>
        <source>{marks} dans {documents}. Ctrl+Z reprend tout d’un coup.</source>
        <translation>{marks} in {documents}. Ctrl+Z takes it all back at once.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Take up</translation>
    </message>
    <message>
        <source>Les passages surlignés</source>
        <translation>The highlighted passages</translation>
    </message>
    <message>
        <source>Les marques de biffure</source>
        <translation>The redaction marks</translation>
    </message>
    <message>
        <source>Les occulter</source>
        <translation>Redact them</translation>
    </message>
    <message>
        <source>Les disjoindre : hors périmètre</source>
        <translation>Leave them out: out of scope</translation>
    </message>
    <message>
        <source>Les conserver lisibles</source>
        <translation>Keep them readable</translation>
    </message>
    <message>
        <source>Ce que ces marques veulent dire</source>
        <translation>What these marks mean</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Ground</translation>
    </message>
    <message numerus="yes">
        <source>%n marque(s) reprise(s) (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>%n mark taken up (Ctrl+Z to undo)</numerusform>
            <numerusform>%n marks taken up (Ctrl+Z to undo)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Aperçu de l’export</source>
        <extracomment>The folders of a release: what goes out, and what is marked.</extracomment>
        <translation>Preview of the export</translation>
    </message>
    <message>
        <source>Copie communiquée</source>
        <translation>Released copy</translation>
    </message>
    <message>
        <source>Copie intégrale surlignée</source>
        <translation>Full copy, highlighted</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Rien n’a été publié : cet aperçu est effacé quand on le ferme.</source>
        <translation>Nothing was published: this preview is erased when it is closed.</translation>
    </message>
    <message>
        <source>Fermer l’aperçu</source>
        <translation>Close the preview</translation>
    </message>
    <message>
        <source>Préparation de l’aperçu…</source>
        <translation>Preparing the preview…</translation>
    </message>
    <message>
        <source>L’aperçu n’a pas pu être fait : la vérification a retenu la copie.</source>
        <translation>The preview could not be made: the verification held the copy back.</translation>
    </message>
</context>
<context>
    <name>ProfileChoice</name>
    <message>
        <source>Un autre fichier de profil…</source>
        <translation>Another profile file…</translation>
    </message>
    <message>
        <source>Choisir un profil</source>
        <translation>Choose a profile</translation>
    </message>
</context>
<context>
    <name>ReleaseActions</name>
    <message>
        <source>Export annulé : rien n’a été écrit.</source>
        <translation>Export cancelled: nothing was written.</translation>
    </message>
    <message>
        <source>{release} - envoi</source>
        <translation>{release} - sent</translation>
    </message>
    <message>
        <source>Envoi annulé : rien n’a été écrit.</source>
        <translation>Cancelled: nothing was written.</translation>
    </message>
    <message>
        <source>Un export est en cours. L’arrêter et fermer ? Rien ne sera publié.</source>
        <translation>An export is running. Stop it and close? Nothing will be published.</translation>
    </message>
    <message>
        <source>communication</source>
        <translation>release</translation>
    </message>
</context>
<context>
    <name>Rereading</name>
    <message numerus="yes">
        <source>Relu : %n décision(s) sans texte désormais, à reprendre</source>
        <translation>
            <numerusform>Read again: %n decision has lost its text and is to be made again</numerusform>
            <numerusform>Read again: %n decisions have lost their text and are to be made again</numerusform>
        </translation>
    </message>
    <message>
        <source>Relu : les décisions prises sont gardées.</source>
        <translation>Read again: the decisions made are kept.</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Résultat de l’export</source>
        <translation>Result of the export</translation>
    </message>
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
        <translation>Every copy was read again: no redacted text can be read, and all the rest is still there.</translation>
    </message>
    <message>
        <source>La relecture des copies a trouvé ce qui suit. Aucun fichier n’a été écrit ; vos décisions sont gardées. Revenez à la revue, occultez ou écartez ce qui est désigné, puis exportez de nouveau.</source>
        <translation>Re-reading the copies found what follows. No file was written; your decisions are kept. Go back to the review, redact or exclude what is shown here, then export again.</translation>
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
            <numerusform>%n redaction, the same in both copies</numerusform>
            <numerusform>%n redactions, the same in both copies</numerusform>
        </translation>
    </message>
    <message>
        <source>octets du fichier</source>
        <translation>bytes of the file</translation>
    </message>
    <message>
        <source>balises</source>
        <translation>markup</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>archive</translation>
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
        <translation>the register of redactions, without any redacted text</translation>
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
        <translation>Redacted text still readable: {where}</translation>
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
        <source>L’envoi est prêt</source>
        <translation>Ready to be sent</translation>
    </message>
    <message>
        <source>à envoyer au demandeur</source>
        <translation>to send to the requester</translation>
    </message>
    <message>
        <source>pour la CADA ; à ne pas envoyer au demandeur</source>
        <translation>for CADA; not to be sent to the requester</translation>
    </message>
    <message>
        <source>la lettre au demandeur, à compléter</source>
        <translation>the letter to the requester, to complete</translation>
    </message>
    <message>
        <source>Ouvrir le dossier de l’envoi</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Revenir à la revue</source>
        <translation>Back to the review</translation>
    </message>
    <message>
        <source>Préparer l’envoi…</source>
        <translation>Prepare what is sent…</translation>
    </message>
    <message>
        <source>Un fichier pour le demandeur, un pour la CADA, une lettre à compléter</source>
        <translation>One file for the requester, one for CADA, a letter to complete</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>ReviewActions</name>
    <message>
        <source>Toutes les pages ont été vues.</source>
        <translation>Every page has been seen.</translation>
    </message>
    <message>
        <source>Page {page} à voir</source>
        <translation>Page {page} to look at</translation>
    </message>
    <message>
        <source>Sélectionnez d’abord le passage à disjoindre.</source>
        <translation>First select the passage to sever.</translation>
    </message>
    <message>
        <source>Disjoindre un passage</source>
        <translation>Sever a passage</translation>
    </message>
    <message>
        <source>Ce passage sort de la copie communiquée, avec son propre motif.</source>
        <translation>This passage leaves the released copy, with its own ground.</translation>
    </message>
    <message>
        <source>Disjoindre</source>
        <translation>Sever</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Ground</translation>
    </message>
    <message>
        <source>Note (facultative)</source>
        <translation>Note (optional)</translation>
    </message>
    <message>
        <source>Page {page} rétablie</source>
        <translation>Page {page} restored</translation>
    </message>
    <message>
        <source>Disjoindre une page</source>
        <translation>Sever a page</translation>
    </message>
    <message>
        <source>La page {page} sera remplacée par un avis dans la copie communiquée.</source>
        <translation>Page {page} will be replaced by a notice in the released copy.</translation>
    </message>
    <message>
        <source>Disjoindre la page</source>
        <translation>Sever the page</translation>
    </message>
    <message>
        <source>Signalement levé</source>
        <translation>Flag removed</translation>
    </message>
    <message>
        <source>Signaler</source>
        <translation>Flag</translation>
    </message>
    <message>
        <source>À revoir plus tard, par vous ou par le second lecteur.</source>
        <translation>To come back to, by you or by the second reader.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Rien n’est signalé.</source>
        <translation>Nothing is flagged.</translation>
    </message>
    <message>
        <source>sans note</source>
        <translation>no note</translation>
    </message>
    <message>
        <source>Signalement {number} sur {count} : {note}</source>
        <translation>Flag {number} of {count}: {note}</translation>
    </message>
    <message>
        <source>Il n’y a pas d’autre entité de cette catégorie.</source>
        <translation>There is no other entity of this category.</translation>
    </message>
    <message>
        <source>Réunir deux entités</source>
        <translation>Merge two entities</translation>
    </message>
    <message numerus="yes">
        <source>{name} : %n mention(s) rejoindront l’entité choisie.</source>
        <translation>
            <numerusform>{name}: %n mention will join the chosen entity.</numerusform>
            <numerusform>{name}: %n mentions will join the chosen entity.</numerusform>
        </translation>
    </message>
    <message>
        <source>Réunir</source>
        <translation>Merge</translation>
    </message>
    <message numerus="yes">
        <source>{name} (%n mention(s))</source>
        <translation>
            <numerusform>{name} (%n mention)</numerusform>
            <numerusform>{name} (%n mentions)</numerusform>
        </translation>
    </message>
    <message>
        <source>Entité</source>
        <translation>Entity</translation>
    </message>
    <message>
        <source>C’est déjà une entité à part.</source>
        <translation>It is an entity of its own already.</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) à part (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>%n mention split off (Ctrl+Z to undo)</numerusform>
            <numerusform>%n mentions split off (Ctrl+Z to undo)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n décision(s) confirmée(s)</source>
        <translation>
            <numerusform>%n decision confirmed</numerusform>
            <numerusform>%n decisions confirmed</numerusform>
        </translation>
    </message>
    <message>
        <source>Renvoyer</source>
        <translation>Return</translation>
    </message>
    <message numerus="yes">
        <source>%n décision(s) à reprendre. Que faut-il revoir ?</source>
        <translation>
            <numerusform>%n decision to take up again. What should be looked at?</numerusform>
            <numerusform>%n decisions to take up again. What should be looked at?</numerusform>
        </translation>
    </message>
    <message>
        <source>Signer le dossier</source>
        <translation>Sign the dossier</translation>
    </message>
    <message>
        <source>{person} déclare que le dossier peut être communiqué tel qu’il est. Toute décision prise ensuite fait tomber la signature.</source>
        <translation>{person} declares that the dossier may be released as it stands. Any later decision voids the signature.</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Dossier signé par {person}</source>
        <translation>Dossier signed by {person}</translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message>
        <source>Aucune mention ne correspond au filtre.</source>
        <translation>No mention matches the filter.</translation>
    </message>
    <message>
        <source>Mention choisie</source>
        <translation>Chosen mention</translation>
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
    <name>Saving</name>
    <message>
        <source>Enregistrer le rapport</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>Le rapport existe en PDF, à envoyer, et en tableau CSV. Ce que les constats révèlent y est masqué.</source>
        <translation>The report comes as a PDF, to send, and as a CSV table. What the findings reveal is masked in it.</translation>
    </message>
    <message>
        <source>Choisir le fichier…</source>
        <translation>Choose the file…</translation>
    </message>
    <message>
        <source>Écrire les valeurs en clair</source>
        <translation>Write the values in clear</translation>
    </message>
    <message>
        <source>Valeurs</source>
        <translation>Values</translation>
    </message>
</context>
<context>
    <name>SearchDesk</name>
    <message numerus="yes">
        <source>%n mention(s) ajoutée(s) et occultée(s) (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>%n mention added and redacted (Ctrl+Z to undo)</numerusform>
            <numerusform>%n mentions added and redacted (Ctrl+Z to undo)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Chercher et occulter</source>
        <translation>Find and redact</translation>
    </message>
    <message>
        <source>Texte : majuscules et accents ne comptent pas</source>
        <translation>Text: case and accents do not count</translation>
    </message>
    <message>
        <source>Texte à chercher</source>
        <translation>Text to look for</translation>
    </message>
    <message>
        <source>Ce que l’on cherche</source>
        <translation>What is looked for</translation>
    </message>
    <message>
        <source>Un texte</source>
        <translation>A text</translation>
    </message>
    <message>
        <source>Forme : {name}</source>
        <translation>Form: {name}</translation>
    </message>
    <message>
        <source>&amp;Chercher</source>
        <translation>&amp;Find</translation>
    </message>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>&amp;Tout choisir</source>
        <translation>Choose &amp;all</translation>
    </message>
    <message>
        <source>&amp;Rien</source>
        <translation>&amp;None</translation>
    </message>
    <message>
        <source>&amp;Fermer</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Ce qui a été trouvé</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>Recherche…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>Rien de tel dans les documents.</source>
        <translation>Nothing like it in the documents.</translation>
    </message>
    <message>
        <source>{places}, {documents}</source>
        <translation>{places}, {documents}</translation>
    </message>
    <message numerus="yes">
        <source>%n endroit(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
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
        <source>, p. {page}</source>
        <translation>, p. {page}</translation>
    </message>
    <message>
        <source>« * » remplace la fin d’un mot, « ? » une lettre : « dup* », « mart?n ».</source>
        <translation>“*” stands for the rest of a word, “?” for a letter: “dup*”, “mart?n”.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Occulter %n endroit(s)</source>
        <translation>
            <numerusform>&amp;Redact %n place</numerusform>
            <numerusform>&amp;Redact %n places</numerusform>
        </translation>
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
        <translation>Redact here</translation>
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
        <translation>Redact everywhere</translation>
    </message>
    <message numerus="yes">
        <source>Occulter partout (%n)</source>
        <translation>
            <numerusform>Redact everywhere (%n)</numerusform>
            <numerusform>Redact everywhere (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Occulter partout ({count} dans {documents} documents)</source>
        <translation>Redact everywhere ({count} in {documents} documents)</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Choisissez un document.</source>
        <translation>Choose a document.</translation>
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
        <source>Ouverture de {name}…</source>
        <translation>Opening {name}…</translation>
    </message>
    <message>
        <source>Menu Document : « Essayer de relire », une fois le fichier réparé, ou « Retirer ce document ». Les autres documents n’attendent pas.</source>
        <translation>Document menu: “Try to read again” once the file is repaired, or “Remove this document”. The other documents do not wait.</translation>
    </message>
    <message>
        <source>Ouverture du dossier…</source>
        <translation>Opening the dossier…</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source> (%n jour(s))</source>
        <translation>
            <numerusform> (%n day)</numerusform>
            <numerusform> (%n days)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (dépassée de %n jour(s))</source>
        <translation>
            <numerusform> (%n day overdue)</numerusform>
            <numerusform> (%n days overdue)</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrêter l’analyse</source>
        <translation>Stop reading</translation>
    </message>
    <message>
        <source>Avancement de l’analyse</source>
        <translation>Progress of the reading</translation>
    </message>
    <message>
        <source>Échéance : {day}</source>
        <translation>Deadline: {day}</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message numerus="yes">
        <source>%n signal(aux)</source>
        <translation>
            <numerusform>%n signal</numerusform>
            <numerusform>%n signals</numerusform>
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
        <source>Exporter…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Outils</source>
        <translation>Tools</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Page {page} sur {count}</source>
        <translation>Page {page} of {count}</translation>
    </message>
    <message>
        <source>Tout est décidé</source>
        <translation>All decided</translation>
    </message>
</context>
<context>
    <name>TourBar</name>
    <message>
        <source>Visite guidée</source>
        <translation>Guided tour</translation>
    </message>
    <message>
        <source>Précédent</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Fermer la visite</source>
        <translation>Close the tour</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Suivant</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>UndoDesk</name>
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
    <name>ViewActions</name>
    <message>
        <source>Redactor parlera cette langue à son prochain démarrage.</source>
        <translation>Redactor will speak this language from its next start on.</translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>Mise en page</source>
        <translation>Page layout</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Texte</source>
        <translation>Text</translation>
    </message>
    <message numerus="yes">
        <source>Texte caché (%n)</source>
        <translation>
            <numerusform>Hidden text (%n)</numerusform>
            <numerusform>Hidden text (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Images (%n)</source>
        <translation>
            <numerusform>Pictures (%n)</numerusform>
            <numerusform>Pictures (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Déposez ici les documents de la demande</source>
        <translation>Drop the documents of the request here</translation>
    </message>
    <message>
        <source>PDF, Word, OpenDocument, tableurs, courriels, texte — plusieurs à la fois, ou un dossier entier</source>
        <translation>PDF, Word, OpenDocument, spreadsheets, e-mail, text — several at once, or a whole folder</translation>
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
        <source>Vérifier des fichiers reçus…</source>
        <translation>Check received files…</translation>
    </message>
    <message>
        <source>Ce qui est masqué se lit-il encore ?</source>
        <translation>Can what is masked still be read?</translation>
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
        <translation>Redact or keep, one mention or all those of a person, by keyboard if you like.</translation>
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
    <message>
        <source>Reprendre un dossier</source>
        <translation>Take up a dossier</translation>
    </message>
    <message>
        <source>Reprendre {name}</source>
        <translation>Take up {name}</translation>
    </message>
</context>
<context>
    <name>check</name>
    <message>
        <source>{where} : {what}</source>
        <translation>{where}: {what}</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>page {page}</translation>
    </message>
    <message>
        <source>Fuites : un texte caché se lit encore</source>
        <extracomment>Not colour alone, and short: before the name of a document.</extracomment>
        <translation>Leaks: a hidden text can still be read</translation>
    </message>
    <message>
        <source>Avertissements</source>
        <translation>Warnings</translation>
    </message>
    <message>
        <source>Pour information</source>
        <translation>For information</translation>
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
        <source>Motifs</source>
        <translation>Grounds</translation>
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
        <source>P&amp;hrase de passe…</source>
        <translation>Pass&amp;phrase…</translation>
    </message>
    <message>
        <source>Pu&amp;rger le dossier…</source>
        <translation>Pu&amp;rge the dossier…</translation>
    </message>
    <message>
        <source>Ce qui chan&amp;ge depuis la dernière communication…</source>
        <translation>What chan&amp;ges since the last release…</translation>
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
        <source>Docu&amp;ment</source>
        <translation>Docu&amp;ment</translation>
    </message>
    <message>
        <source>&amp;Nouveau dossier…</source>
        <translation>&amp;New dossier…</translation>
    </message>
    <message>
        <source>&amp;Vérifier des fichiers reçus…</source>
        <translation>&amp;Check received files…</translation>
    </message>
    <message>
        <source>Demande, &amp;profil et listes…</source>
        <translation>Request, &amp;profile and lists…</translation>
    </message>
    <message>
        <source>Enregistrer le dossier &amp;sous…</source>
        <translation>Save the dossier &amp;as…</translation>
    </message>
    <message>
        <source>Aperçu avant e&amp;xport…</source>
        <translation>Preview before e&amp;xport…</translation>
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
        <source>&amp;Monter</source>
        <translation>Move &amp;up</translation>
    </message>
    <message>
        <source>&amp;Descendre</source>
        <translation>Move &amp;down</translation>
    </message>
    <message>
        <source>&amp;Ne pas communiquer ce document…</source>
        <translation>&amp;Hold this document back…</translation>
    </message>
    <message>
        <source>&amp;Communiquer ce document</source>
        <translation>&amp;Release this document</translation>
    </message>
    <message>
        <source>Retrouver l’&amp;original…</source>
        <translation>Locate the &amp;original…</translation>
    </message>
    <message>
        <source>Relire une version &amp;modifiée…</source>
        <translation>Read a &amp;changed version…</translation>
    </message>
    <message>
        <source>&amp;Essayer de relire</source>
        <translation>&amp;Try to read again</translation>
    </message>
    <message>
        <source>&amp;Occulter</source>
        <translation>&amp;Redact</translation>
    </message>
    <message>
        <source>&amp;Conserver</source>
        <translation>&amp;Keep</translation>
    </message>
    <message>
        <source>Occulter &amp;toutes les mentions de l’ensemble</source>
        <translation>Redact &amp;all mentions of the group</translation>
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
        <source>&amp;Passer</source>
        <translation>S&amp;kip</translation>
    </message>
    <message>
        <source>Si&amp;gnaler avec une note…</source>
        <translation>Fla&amp;g with a note…</translation>
    </message>
    <message>
        <source>Changer la c&amp;atégorie</source>
        <translation>Change the &amp;category</translation>
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
        <source>Changer le mot&amp;if</source>
        <translation>Change the &amp;ground</translation>
    </message>
    <message>
        <source>&amp;Règles propres au dossier…</source>
        <translation>&amp;Rules of this dossier…</translation>
    </message>
    <message>
        <source>Relire les pages &amp;numérisées…</source>
        <translation>Read the sca&amp;nned pages again…</translation>
    </message>
    <message>
        <source>Relire cette &amp;page numérisée…</source>
        <translation>Read this scanned &amp;page again…</translation>
    </message>
    <message>
        <source>&amp;Chercher et occulter dans le dossier…</source>
        <translation>&amp;Find and redact in the dossier…</translation>
    </message>
    <message>
        <source>Reprendre ce que l’auteur avait &amp;marqué…</source>
        <translation>Take up what the author had &amp;marked…</translation>
    </message>
    <message>
        <source>Tracer une &amp;zone à occulter</source>
        <translation>Draw an a&amp;rea to redact</translation>
    </message>
    <message>
        <source>Dis&amp;joindre la sélection…</source>
        <translation>Se&amp;ver the selection…</translation>
    </message>
    <message>
        <source>Disjoindre la pa&amp;ge ou la rétablir…</source>
        <translation>Sever or restore the pa&amp;ge…</translation>
    </message>
    <message>
        <source>&amp;Réunir avec une autre entité…</source>
        <translation>&amp;Merge with another entity…</translation>
    </message>
    <message>
        <source>En faire une entité à &amp;part</source>
        <translation>&amp;Split off as an entity</translation>
    </message>
    <message>
        <source>Seconde lecture : confi&amp;rmer</source>
        <translation>Second reading: con&amp;firm</translation>
    </message>
    <message>
        <source>Seconde lecture : ren&amp;voyer avec une note…</source>
        <translation>Second reading: re&amp;turn with a note…</translation>
    </message>
    <message>
        <source>&amp;Signer le dossier…</source>
        <translation>S&amp;ign the dossier…</translation>
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
        <source>Page suivante à &amp;voir</source>
        <translation>Next page to look &amp;at</translation>
    </message>
    <message>
        <source>&amp;Zone suivante</source>
        <translation>Next &amp;area</translation>
    </message>
    <message>
        <source>Si&amp;gnalement suivant</source>
        <translation>Next fla&amp;g</translation>
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
        <source>Texte plus &amp;grand</source>
        <translation>&amp;Larger text</translation>
    </message>
    <message>
        <source>Texte plus &amp;petit</source>
        <translation>&amp;Smaller text</translation>
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
    <name>places</name>
    <message>
        <source>titre</source>
        <translation>title</translation>
    </message>
    <message>
        <source>auteur</source>
        <translation>author</translation>
    </message>
    <message>
        <source>initiales de l’auteur</source>
        <translation>author’s initials</translation>
    </message>
    <message>
        <source>dernier auteur</source>
        <translation>last author</translation>
    </message>
    <message>
        <source>sujet</source>
        <translation>subject</translation>
    </message>
    <message>
        <source>mots-clés</source>
        <translation>keywords</translation>
    </message>
    <message>
        <source>commentaire du fichier</source>
        <translation>file comment</translation>
    </message>
    <message>
        <source>logiciel d’origine</source>
        <translation>original program</translation>
    </message>
    <message>
        <source>logiciel de fabrication</source>
        <translation>producing program</translation>
    </message>
    <message>
        <source>modèle de document</source>
        <translation>template</translation>
    </message>
    <message>
        <source>date de création</source>
        <translation>date of creation</translation>
    </message>
    <message>
        <source>date de modification</source>
        <translation>date of change</translation>
    </message>
    <message>
        <source>titres des parties</source>
        <translation>titles of parts</translation>
    </message>
    <message>
        <source>organisme</source>
        <translation>organisation</translation>
    </message>
    <message>
        <source>responsable</source>
        <translation>manager</translation>
    </message>
    <message>
        <source>nom</source>
        <translation>name</translation>
    </message>
    <message>
        <source>adresse du lien</source>
        <translation>link address</translation>
    </message>
    <message>
        <source>nom interne de la note</source>
        <translation>internal name of the note</translation>
    </message>
    <message>
        <source>texte de la note</source>
        <translation>text of the note</translation>
    </message>
    <message>
        <source>nom du signet</source>
        <translation>bookmark name</translation>
    </message>
    <message>
        <source>texte avant modification</source>
        <translation>text before the change</translation>
    </message>
    <message>
        <source>texte de remplacement</source>
        <translation>alternative text</translation>
    </message>
    <message>
        <source>texte lu à la place</source>
        <translation>text read instead</translation>
    </message>
    <message>
        <source>nom du champ</source>
        <translation>field name</translation>
    </message>
    <message>
        <source>aide du champ</source>
        <translation>field help</translation>
    </message>
    <message>
        <source>valeur du champ</source>
        <translation>field value</translation>
    </message>
    <message>
        <source>commentaire</source>
        <translation>comment</translation>
    </message>
    <message>
        <source>note de bas de page</source>
        <translation>footnote</translation>
    </message>
    <message>
        <source>note de fin</source>
        <translation>endnote</translation>
    </message>
    <message>
        <source>corps du document</source>
        <translation>body of the document</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>Trois documents aux personnes inventées. À droite, chaque mention proposée, rangée par personne. Touche N : aller à la prochaine mention à décider.</source>
        <translation>Three documents, with invented people. On the right, every proposed mention, grouped by person. Key N: go to the next mention to decide.</translation>
    </message>
    <message>
        <source>O occulte la mention, C la conserve, et l’on passe à la suivante. Maj+O décide pour toutes les mentions de la personne : le panneau dit combien, et où.</source>
        <translation>O redacts the mention, C keeps it, and the next one comes. Shift+O decides for all the mentions of the person: the panel says how many, and where.</translation>
    </message>
    <message>
        <source>Une mention manque ? Sélectionnez-la dans le texte, puis A : ici, ou Maj+A : partout. Z trace une zone sur une signature. Ctrl+Z reprend tout.</source>
        <translation>A mention is missing? Select it in the text, then A: here, or Shift+A: everywhere. Z draws an area over a signature. Ctrl+Z takes everything back.</translation>
    </message>
    <message>
        <source>G mène aux pages que personne n’a vues. Ctrl+P montre la copie communiquée à côté de l’original, avant toute publication.</source>
        <translation>G leads to the pages that nobody has seen. Ctrl+P shows the communicated copy beside the original, before anything is published.</translation>
    </message>
    <message>
        <source>Ctrl+E exporte : ce qui reste à régler est listé, chaque ligne mène à son remède. Les copies sont relues ; si un texte occulté s’y lit encore, rien n’est publié.</source>
        <translation>Ctrl+E exports: what is left to settle is listed, and each line leads to its cure. The copies are read again; if a redacted text can still be read there, nothing is published.</translation>
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
        <translation>redacted</translation>
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
        <source>identifiants de révision</source>
        <translation>revision identifiers</translation>
    </message>
    <message>
        <source>suivi des modifications</source>
        <translation>tracked changes</translation>
    </message>
    <message>
        <source>copie de travail d’un dessin</source>
        <translation>working copy of a drawing</translation>
    </message>
    <message>
        <source>commentaires</source>
        <translation>comments</translation>
    </message>
    <message>
        <source>parties rognées d’images</source>
        <translation>cropped parts of pictures</translation>
    </message>
    <message>
        <source>propriétés d’images</source>
        <translation>properties of pictures</translation>
    </message>
    <message>
        <source>réglages d’imprimante</source>
        <translation>printer settings</translation>
    </message>
    <message>
        <source>enveloppe du courriel</source>
        <translation>envelope of the e-mail</translation>
    </message>
    <message>
        <source>image de suivi</source>
        <translation>tracking image</translation>
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
    <message>
        <source>Marqué par l’auteur</source>
        <translation>Marked by the author</translation>
    </message>
    <message>
        <source>Signature manuscrite</source>
        <translation>Handwritten signature</translation>
    </message>
    <message>
        <source>Cachet</source>
        <translation>Stamp</translation>
    </message>
    <message>
        <source>Photographie</source>
        <translation>Photograph</translation>
    </message>
    <message>
        <source>Code QR</source>
        <translation>QR code</translation>
    </message>
    <message>
        <source>Code 2D</source>
        <translation>2D code</translation>
    </message>
    <message>
        <source>Zone de lecture automatique</source>
        <translation>Machine-readable zone</translation>
    </message>
</context>
</TS>
