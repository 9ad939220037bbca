"""Words that say nothing of what a text is about, by language.

Knows the commonest words of languages: articles, pronouns, prepositions, auxiliary verbs. Must never know a text.
"""

_WORDS = {
    "ar": """
        أن أو أي أيضا إذا إلى إن التي الذي الذين بعد بين تلك ثم حتى ذلك على عن عند غير في قبل قد كان كانت كل كما
        لا لم لن ما مع من نحن هذا هذه هم هو هي
    """,
    "be": """
        а або але без была было былі быць быў вы гэта гэтая гэты гэтыя да для ж з за каб калі мы на над не ні па
        пад пасля пра пры сам свае свой та так таксама там то толькі тут у што яго яе як якая якое які якія ён
        ёсць і із іх ў
    """,
    "bg": """
        а аз ако ала без би бил била били било в вече все всички във го да дали до докато е един за и из или им
        има как като къде към ли ме между ми може му на над най не него нея ни но някой от още по под преди при
        с са само се си след сме съм със също т тази така те тези ти то това този той тук тя че ще
    """,
    "cs": """
        aby ale ani asi až bez bude budou by byl byla byli bylo být co což další do ho i jak jako je jeho jej
        jejich její jen ještě ji jich jimi jsem jsme jsou jste já kde kdo kdy když ke která které který kteří
        mají mezi mi my má mě může na nad ne nebo nejsou není než nic nám nás od on ona oni pak po pod podle
        pokud pouze pro proto protože proč před při se si své svůj ta tak také takže tam tato tedy ten tento to
        toho tom tomu tu ty této tím už ve vy vám vás více však všechny za ze či že
    """,
    "da": """
        af alle anden at blev blive bliver da de dem den denne der deres det dette dig din disse dog du efter
        eller en end er et for fra ham han hans har havde have hende hendes her hos hun hvad hvis hvor ikke ind
        jeg jer jo kunne man mange med meget men mig min mod ned noget nogle nu når og også om op os over på
        selv sig sin skal skulle som til ud under var vi vil ville være været
    """,
    "de": """
        aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf
        aus bei bin bis bist da damit dann das dass dasselbe dazu dein deine dem den denn der des dessen die
        dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines einig einige
        einigen er es etwas euch euer für gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm
        ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist jede jedem jeden jeder jedes jene jetzt
        kann kein keine keinem keinen keiner können könnte machen man manche mein meine mich mir mit muss musste
        nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie sind so
        solche soll sollte sondern sonst um und uns unser unter viel vom von vor war waren warst was weg weil
        weiter welche wenn werde werden wie wieder will wir wird wirst wo wollen wurde wurden während würde zu
        zum zur zwar zwischen über
    """,
    "el": """
        ένα ένας έχει έχουν ή ήταν αλλά αν από αυτή αυτό αυτός για δεν είναι η θα και κι μας με μια να ο οι που
        πως σας σε στα στη στην στις στο στον τα την της τι το τον του τους των ως όταν ότι
    """,
    "en": """
        a about above after again against all also am an and any are aren as at be because been before being
        below between both but by can could couldn did didn do does doesn doing don down during each few for
        from further had has have having he her here hers herself him himself his how i if in into is isn it its
        itself just like ll may me might more most must my myself no nor not now of off on once one only or
        other our ours out over own re said same say says she should shouldn so some such than that the their
        theirs them themselves then there these they this those through to too under until up upon us ve very
        was wasn we were weren what when where which while who whom why will with within without won would
        wouldn you your yours
    """,
    "es": """
        al algo algunas algunos ante antes así aunque cada como con contra cual cuando de del desde donde dos
        durante el ella ellas ellos en entre era eran es esa esas ese eso esos esta estas este esto estos está
        están fue fueron ha había han hasta hay la las le les lo los me mi mientras muy más nada ni no nos
        nosotros nuestra nuestro otra otras otro otros para pero poco por porque que quien quienes qué se sea
        según ser si sido sin sobre son su sus sí también tanto te tiene tienen toda todas todo todos tras tu un
        una unas uno unos ya yo él
    """,
    "et": """
        aga aja ega ehk ei et ja ka kas kes kui kuid kuidas kus ma me mida mis mu mul nad need nii ning oli olid
        olla oma on pole sa seda see selle siis ta te tema või üks üle
    """,
    "fa": """
        آن از است اما او اگر این با بر برای به بود تا خود در دو را شد شده ما من می نیز ها های هر هم و وی چه کرد
        که یا یک
    """,
    "fi": """
        ei eivät en että he heidän hän hänen häntä ja joita joka jos jotka kanssa kuin kun me mikä minä mitä
        mukaan mutta myös ne niiden niin nyt näiden nämä olemme olen olet olette oli olisi olivat olla on ovat
        pois se sekä sen siinä sitä tai te tämä tämän tässä tätä vaan vai vain voi
    """,
    "fr": """
        ai aient ainsi alors au aucun aura aussi autre autres aux avait avant avec avoir car ce cela celle
        celles celui ces cet cette ceux chaque ci comme comment dans de des donc dont du elle elles en encore
        entre es est et eu eux fait fois font furent hors ici il ils je jusqu la le les leur leurs lors lui là
        ma mais me mes moi moins mon même mêmes ne ni non nos notre nous on ont ou où par parce pas peu peut
        plus plusieurs pour pourquoi qu quand que quel quelle quelles quels qui quoi sa sans se selon sera ses
        si son sont sous sur ta tandis te tel telle tes toi ton tous tout toute toutes très tu un une vos votre
        vous étaient était été être
    """,
    "hr": """
        a ali bi bila bili bio biti da do i ili iz je jer kad kada kao ko koja koje koji li me među na ne nego
        nije od on ona oni ono po pod pre pri sa sam samo se smo su svoj ta tako te to u uz što
    """,
    "hu": """
        a aki alatt amely amelyek ami az azt be csak de egy el ez ezt fel ha hogy is itt kell ki között lehet
        lesz majd meg mert minden mint már még nem ott pedig sem után vagy van volt által és így úgy
    """,
    "it": """
        ad agli ai al alla alle allo anche ancora avere aveva che chi ci come con contro cui da dagli dai dal
        dalla dalle dallo degli dei del della delle dello di dopo dove due ed era erano essere fa fino fra gli
        ha hanno ho il in io la le lei li lo loro lui ma me mentre mi mia mio molto ne negli nei nel nella nelle
        nello no noi non nostra nostro ogni per perché più poi prima quale quando quanto quella quelle quelli
        quello questa queste questi questo se sempre senza si sia sono sopra sotto stata state stati stato su
        sua sue sugli sui sul sulla sulle suo tra tutti tutto un una uno vi voi
    """,
    "lt": """
        apie ar arba aš bei bet buvo būti dar dėl gali iki ir itin iš jau jei ji jie jis jo jos ją jį jų kad kai
        kaip kaipo kas kur kuri kurie kuris kurių ką ne nei nes net nors nuo pagal pat per po prie prieš su ta
        tad tai taip tam tas tačiau ten tie tik to todėl tos tuo tų už vis yra čia ši šie šio šios šis šią šių
    """,
    "lv": """
        ar arī bet bija bijuši būs būt caur dēļ gan gar ir ja jau jo ka kad kas ko kur kurš kā nav ne nevis no
        pa par pat pie pirms pret pār pēc tad tam tas tiek tika tikai to tur tā un uz vai vairs var viņa viņi
        viņš zem šis šo šī
    """,
    "nb": """
        alle at av ble blir både da de deg dei dem den denne der deres det dette du eg ein eit eller en enn er
        et ett etter for fra før ha hadde han hans har henne hennes her hun hva hvem hvis hvor hvordan ikke
        ikkje inn ja jeg kan kom kun kunne man mange med meg mellom men min mot må ned noe noen nå når og også
        om opp oss over på samme seg selv si sin skal skulle slik som så til um under ut var ved vi vil ville
        være vært
    """,
    "nl": """
        aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een eens en
        er ge geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon
        kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over
        reeds te tegen toch toen tot uit uw van veel voor want waren was wat werd wezen wie wil worden wordt zal
        ze zelf zich zij zijn zo zonder zou
    """,
    "nn": """
        alle at av ble blir både da de deg dei dem den denne der deres det dette du eg ein eit eller en enn er
        et ett etter for fra før ha hadde han hans har henne hennes her hun hva hvem hvis hvor hvordan ikke
        ikkje inn ja jeg kan kom kun kunne man mange med meg mellom men min mot må ned noe noen nå når og også
        om opp oss over på samme seg selv si sin skal skulle slik som så til um under ut var ved vi vil ville
        være vært
    """,
    "no": """
        alle at av ble blir både da de deg dei dem den denne der deres det dette du eg ein eit eller en enn er
        et ett etter for fra før ha hadde han hans har henne hennes her hun hva hvem hvis hvor hvordan ikke
        ikkje inn ja jeg kan kom kun kunne man mange med meg mellom men min mot må ned noe noen nå når og også
        om opp oss over på samme seg selv si sin skal skulle slik som så til um under ut var ved vi vil ville
        være vært
    """,
    "pl": """
        aby ach albo ale ani aż bardzo bez bo być był była było były będzie będą choć ci co czy dla dlaczego
        dlatego do gdy gdyby gdzie go ich ile im inne inny innych iż ja jak jako je jednak jego jej jemu jest
        jeszcze jeśli już każdy kiedy kto która które którego której który których którym którzy lub ma mi
        między mnie może można mu my na nad nam nas nawet nic nich nie niego niej nim niż no nowe od oraz po pod
        ponieważ poza przed przez przy siebie się skąd sobie swoje są ta tak taki także tam te tego tej ten też
        to tu ty tych tylko tym wam was wasz we wiele więc wszystkie wszystko wy właśnie za zawsze ze że żeby
    """,
    "pt": """
        ao aos as até com como da das de dela dele deles depois do dos durante ela elas ele eles em entre era
        eram essa essas esse esses esta estas este estes está estão eu foi for foram há isso isto já lhe lhes
        mais mas me mesmo meu minha muito na nas nem no nos nossa nosso num numa não nós os ou para pela pelas
        pelo pelos por qual quando que quem se seja sem ser será seu seus sobre sua suas são só também te tem
        tinha tu têm um uma umas uns você vos
    """,
    "ro": """
        a ai al ale am ar are asta au avea care ce cea cei cel cele chiar cu cum că da dacă dar de deci despre
        din după ea ei el ele era este eu fi fie fost iar la le lor lui mai mult ne nici noi nu o or ori pe
        pentru prin sa sau se si sunt să te tot un una unei unor unui va vor îl în îşi şi și
    """,
    "ru": """
        а без более больше будет будто бы был была были было быть в вам вас вдруг ведь во вот все всегда всего
        всех всю вы где да даже для до другой его ее ей ему если есть еще ещё её ж же за зачем здесь и из или им
        иногда их к как какая какой когда конечно которая которого которые который которых кто куда ли лучше
        между меня мне много может можно мой моя мы на над надо нас не него нее ней нельзя нет неё ни нибудь ним
        них ничего но ну о об один он она они опять от перед по под после потом потому почти при про раз разве с
        сам свою себе себя сейчас со совсем так также такой там тебя тем теперь то тогда того тоже только том
        тот тут ты у уж уже хоть чего чем через что чтоб чтобы чуть эти это этого этой этом этот эту я
    """,
    "sr": """
        a ali bi bila bili bio biti da do i ili iz je jer kad kada kao ko koja koje koji li me među na ne nego
        nije od on ona oni ono po pod pre pri sa sam samo se smo su svoj ta tako te to u uz što а али би била
        били био бити да до за и из или кад када као ко која које који ли ме међу моје на не него није о од он
        она они оно по под пре при с са сам само свој се смо су та тако те то у уз што је јер
    """,
    "sv": """
        alla allt att av blev bli blir de dem den denna deras dess det detta dig din du där då efter ej eller en
        er ett från för ha hade han hans har henne hennes hon honom hur här inom inte jag ju kan kunde man med
        mellan men mig min mot mycket ni nu när någon något några och om oss på samma sedan sig sin sina själv
        ska skulle som så till under upp ut utan vad var vara vart vem vid vilka vilken vår är över
    """,
    "tr": """
        acaba ama ancak artık aslında az bana bazı belki ben beni bile bir biri birkaç biz bu buna bunlar bunu
        bunun burada da daha de defa değil diye en gibi göre hangi hem hep hepsi her hiç ile ise için ki kim
        kimi mi mu mü mı nasıl ne neden nerede niye o olan olarak oldu olduğu ona onlar onu onun sadece siz tüm
        var ve veya ya yani yok çok çünkü şey şu
    """,
    "uk": """
        або але без би був була були було бути вам вас весь вже ви вона вони воно все всі від він где для до же
        за зі його коли котрий крім мене ми між мій на навіть над нас не нема ним них ні ніж по при про під
        після саме свою свої себе та так таки також там те тих то того тоді той тому ту тут ті це цей цього
        цьому ця ці що щоб як яка яке який яких якого якщо які із інших їй їм їх її
    """,
}
STOP_WORDS = {lang: frozenset(words.split()) for lang, words in _WORDS.items()}
