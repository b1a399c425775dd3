<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="fr_FR">
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>{state} : %n mention(s) (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>{state} : %n mention (Ctrl+Z pour annuler)</numerusform>
            <numerusform>{state} : %n mentions (Ctrl+Z pour annuler)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) ajoutée(s) et occultée(s)</source>
        <translation>
            <numerusform>%n mention ajoutée et occultée</numerusform>
            <numerusform>%n mentions ajoutées et occultées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{word} : %n élément(s)</source>
        <translation>
            <numerusform>{word} : %n élément</numerusform>
            <numerusform>{word} : %n éléments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
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
</context>
<context>
    <name>DocumentModel</name>
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
            <numerusform>%n à décider</numerusform>
            <numerusform>%n à décider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partie(s) non lue(s)</source>
        <translation>
            <numerusform>%n partie non lue</numerusform>
            <numerusform>%n parties non lues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentPane</name>
    <message numerus="yes">
        <source>Texte caché (%n)</source>
        <translation>
            <numerusform>Texte caché (%n)</numerusform>
            <numerusform>Texte caché (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Occulter les %n mention(s) non décidée(s) et continuer</source>
        <translation>
            <numerusform>Occulter la mention non décidée et continuer</numerusform>
            <numerusform>Occulter les %n mentions non décidées et continuer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) en cours d’analyse : attendez la fin.</source>
        <translation>
            <numerusform>%n document en cours d’analyse : attendez la fin.</numerusform>
            <numerusform>%n documents en cours d’analyse : attendez la fin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) signalé(s) n’ont pas été examinés ; ils resteront lisibles.</source>
        <translation>
            <numerusform>%n passage signalé n’a pas été examiné ; il restera lisible.</numerusform>
            <numerusform>%n passages signalés n’ont pas été examinés ; ils resteront lisibles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… et %n autre(s)</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
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
            <numerusform>%n mention occultée</numerusform>
            <numerusform>%n mentions occultées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conservée(s)</source>
        <translation>
            <numerusform>%n conservée</numerusform>
            <numerusform>%n conservées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Occulter %n occurrence(s) dans {documents} ?</source>
        <translation>
            <numerusform>Occulter %n occurrence dans {documents} ?</numerusform>
            <numerusform>Occulter %n occurrences dans {documents} ?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n à décider</source>
        <translation>
            <numerusform>%n à décider</numerusform>
            <numerusform>%n à décider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signal(aux)</source>
        <translation>
            <numerusform>%n signal</numerusform>
            <numerusform>%n signaux</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MentionModel</name>
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
            <numerusform>%n à décider</numerusform>
            <numerusform>%n à décider</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message numerus="yes">
        <source>%n document(s) publié(s)</source>
        <translation>
            <numerusform>%n document publié</numerusform>
            <numerusform>%n documents publiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n occultation(s), les mêmes dans les deux versions</source>
        <translation>
            <numerusform>%n occultation, les mêmes dans les deux versions</numerusform>
            <numerusform>%n occultations, les mêmes dans les deux versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… et %n autre(s) endroit(s)</source>
        <translation>
            <numerusform>… et %n autre endroit</numerusform>
            <numerusform>… et %n autres endroits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message numerus="yes">
        <source>Plus rien à décider dans cette liste ; le filtre en cache encore %n.</source>
        <translation>
            <numerusform>Plus rien à décider dans cette liste ; le filtre en cache encore %n.</numerusform>
            <numerusform>Plus rien à décider dans cette liste ; le filtre en cache encore %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>Occulter partout (%n)</source>
        <translation>
            <numerusform>Occulter partout (%n)</numerusform>
            <numerusform>Occulter partout (%n)</numerusform>
        </translation>
    </message>
</context>
</TS>
