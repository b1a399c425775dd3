<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="fr_FR">
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
</context>
<context>
    <name>DocumentModel</name>
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
    <message numerus="yes">
        <location filename="../../redactor/ui/export_dialog.py" line="65"/>
        <source>Occulter les %n mention(s) non décidée(s) et continuer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/export_dialog.py" line="123"/>
        <source>%n document(s) en cours d’analyse : attendez la fin.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
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
    <name>MainWindow</name>
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
    <message numerus="yes">
        <location filename="../../redactor/ui/main_window.py" line="566"/>
        <source>%n à décider</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../redactor/ui/main_window.py" line="568"/>
        <source>%n signal(aux)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MentionModel</name>
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
    <name>ResultPage</name>
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
    <message numerus="yes">
        <location filename="../../redactor/ui/result_page.py" line="175"/>
        <source>… et %n autre(s) endroit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message numerus="yes">
        <location filename="../../redactor/ui/review_pane.py" line="132"/>
        <source>Plus rien à décider dans cette liste ; le filtre en cache encore %n.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <location filename="../../redactor/ui/selection_bar.py" line="64"/>
        <source>Occulter partout (%n)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
