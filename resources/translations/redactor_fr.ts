<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="fr_FR">
<context>
    <name>AreaActions</name>
    <message numerus="yes">
        <source>%n zone(s) occultée(s) (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>%n zone occultée (Ctrl+Z pour annuler)</numerusform>
            <numerusform>%n zones occultées (Ctrl+Z pour annuler)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) écartée(s) (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>%n suggestion écartée (Ctrl+Z pour annuler)</numerusform>
            <numerusform>%n suggestions écartées (Ctrl+Z pour annuler)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AreaBar</name>
    <message numerus="yes">
        <source>Tout occulter (%n)</source>
        <translation>
            <numerusform>Tout occulter (%n)</numerusform>
            <numerusform>Tout occulter (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tout écarter (%n)</source>
        <translation>
            <numerusform>Tout écarter (%n)</numerusform>
            <numerusform>Tout écarter (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message numerus="yes">
        <source>%n passage(s) devient(nent) lisible(s)</source>
        <translation>
            <numerusform>%n passage devient lisible</numerusform>
            <numerusform>%n passages deviennent lisibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) est(sont) occulté(s) en plus</source>
        <translation>
            <numerusform>%n passage est occulté en plus</numerusform>
            <numerusform>%n passages sont occultés en plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message numerus="yes">
        <source>%n fuite(s) : ne diffusez pas ces fichiers.</source>
        <translation>
            <numerusform>%n fuite : ne diffusez pas ces fichiers.</numerusform>
            <numerusform>%n fuites : ne diffusez pas ces fichiers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Aucune fuite vue, mais %n partie(s) n’ont pas pu être lues.</source>
        <translation>
            <numerusform>Aucune fuite vue, mais %n partie n’a pas pu être lue.</numerusform>
            <numerusform>Aucune fuite vue, mais %n parties n’ont pas pu être lues.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckTree</name>
    <message numerus="yes">
        <source>%n fuite(s)</source>
        <translation>
            <numerusform>%n fuite</numerusform>
            <numerusform>%n fuites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partie(s) non lue(s)</source>
        <translation>
            <numerusform>%n partie non lue</numerusform>
            <numerusform>%n parties non lues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n avertissement(s)</source>
        <translation>
            <numerusform>%n avertissement</numerusform>
            <numerusform>%n avertissements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionDesk</name>
    <message numerus="yes">
        <source>{state} : %n mention(s) (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>{state} : %n mention (Ctrl+Z pour annuler)</numerusform>
            <numerusform>{state} : %n mentions (Ctrl+Z pour annuler)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DefaultsDialog</name>
    <message numerus="yes">
        <source>%n mention(s) non décidée(s) change(nt) de proposition.</source>
        <translation>
            <numerusform>%n mention non décidée change de proposition.</numerusform>
            <numerusform>%n mentions non décidées changent de proposition.</numerusform>
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
        <source>%n page(s) à voir</source>
        <translation>
            <numerusform>%n page à voir</numerusform>
            <numerusform>%n pages à voir</numerusform>
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
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Protéger par un mot de passe la version intégrale des %n PDF</source>
        <translation>
            <numerusform>Protéger par un mot de passe la version intégrale de %n PDF</numerusform>
            <numerusform>Protéger par un mot de passe la version intégrale des %n PDF</numerusform>
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
        <source>%n occultation(s)</source>
        <translation>
            <numerusform>%n occultation</numerusform>
            <numerusform>%n occultations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) conservée(s)</source>
        <translation>
            <numerusform>%n mention conservée</numerusform>
            <numerusform>%n mentions conservées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) changent</source>
        <translation>
            <numerusform>%n passage change</numerusform>
            <numerusform>%n passages changent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message numerus="yes">
        <source>%n mention(s) proposée(s) autrement (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>%n mention proposée autrement (Ctrl+Z pour annuler)</numerusform>
            <numerusform>%n mentions proposées autrement (Ctrl+Z pour annuler)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GateList</name>
    <message numerus="yes">
        <source>%n mention(s) ou zone(s) à décider</source>
        <translation>
            <numerusform>%n mention ou zone à décider</numerusform>
            <numerusform>%n mentions ou zones à décider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) signalé(s) que personne n’a examiné(s)</source>
        <translation>
            <numerusform>%n passage signalé que personne n’a examiné</numerusform>
            <numerusform>%n passages signalés que personne n’a examinés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n occultation(s) sans motif</source>
        <translation>
            <numerusform>%n occultation sans motif</numerusform>
            <numerusform>%n occultations sans motif</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) que personne n’a vue(s)</source>
        <translation>
            <numerusform>%n page que personne n’a vue</numerusform>
            <numerusform>%n pages que personne n’a vues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n décision(s) renvoyée(s) par le second lecteur</source>
        <translation>
            <numerusform>%n décision renvoyée par le second lecteur</numerusform>
            <numerusform>%n décisions renvoyées par le second lecteur</numerusform>
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
    <name>PremarkActions</name>
    <message numerus="yes">
        <source>%n passage(s) surligné(s)</source>
        <translation>
            <numerusform>%n passage surligné</numerusform>
            <numerusform>%n passages surlignés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marque(s) de biffure non appliquée(s)</source>
        <translation>
            <numerusform>%n marque de biffure non appliquée</numerusform>
            <numerusform>%n marques de biffure non appliquées</numerusform>
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
        <source>%n marque(s) reprise(s) (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>%n marque reprise (Ctrl+Z pour annuler)</numerusform>
            <numerusform>%n marques reprises (Ctrl+Z pour annuler)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rereading</name>
    <message numerus="yes">
        <source>Relu : %n décision(s) sans texte désormais, à reprendre</source>
        <translation>
            <numerusform>Relu : %n décision n’a plus son texte et reste à reprendre</numerusform>
            <numerusform>Relu : %n décisions n’ont plus leur texte et restent à reprendre</numerusform>
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
    <name>ReviewActions</name>
    <message numerus="yes">
        <source>{name} : %n mention(s) rejoindront l’entité choisie.</source>
        <translation>
            <numerusform>{name} : %n mention rejoindra l’entité choisie.</numerusform>
            <numerusform>{name} : %n mentions rejoindront l’entité choisie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} (%n mention(s))</source>
        <translation>
            <numerusform>{name} (%n mention)</numerusform>
            <numerusform>{name} (%n mentions)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) à part (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>%n mention à part (Ctrl+Z pour annuler)</numerusform>
            <numerusform>%n mentions à part (Ctrl+Z pour annuler)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n décision(s) confirmée(s)</source>
        <translation>
            <numerusform>%n décision confirmée</numerusform>
            <numerusform>%n décisions confirmées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n décision(s) à reprendre. Que faut-il revoir ?</source>
        <translation>
            <numerusform>%n décision à reprendre. Que faut-il revoir ?</numerusform>
            <numerusform>%n décisions à reprendre. Que faut-il revoir ?</numerusform>
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
    <name>SearchDesk</name>
    <message numerus="yes">
        <source>%n mention(s) ajoutée(s) et occultée(s) (Ctrl+Z pour annuler)</source>
        <translation>
            <numerusform>%n mention ajoutée et occultée (Ctrl+Z pour annuler)</numerusform>
            <numerusform>%n mentions ajoutées et occultées (Ctrl+Z pour annuler)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message numerus="yes">
        <source>%n endroit(s)</source>
        <translation>
            <numerusform>%n endroit</numerusform>
            <numerusform>%n endroits</numerusform>
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
        <source>&amp;Occulter %n endroit(s)</source>
        <translation>
            <numerusform>&amp;Occulter %n endroit</numerusform>
            <numerusform>&amp;Occulter %n endroits</numerusform>
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
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source> (%n jour(s))</source>
        <translation>
            <numerusform> (%n jour)</numerusform>
            <numerusform> (%n jours)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> (dépassée de %n jour(s))</source>
        <translation>
            <numerusform> (dépassée de %n jour)</numerusform>
            <numerusform> (dépassée de %n jours)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message numerus="yes">
        <source>%n signal(aux)</source>
        <translation>
            <numerusform>%n signal</numerusform>
            <numerusform>%n signaux</numerusform>
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
    <name>UndoDesk</name>
    <message numerus="yes">
        <source>{word} : %n élément(s)</source>
        <translation>
            <numerusform>{word} : %n élément</numerusform>
            <numerusform>{word} : %n éléments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message numerus="yes">
        <source>Texte caché (%n)</source>
        <translation>
            <numerusform>Texte caché (%n)</numerusform>
            <numerusform>Texte caché (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Images (%n)</source>
        <translation>
            <numerusform>Image (%n)</numerusform>
            <numerusform>Images (%n)</numerusform>
        </translation>
    </message>
</context>
</TS>
