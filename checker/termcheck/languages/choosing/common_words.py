"""The most frequent words of languages: what a glance at a paragraph tells of its language, before a model is asked."""

COMMON = {
    code: frozenset(words.split())
    for code, words in {
        "af": "die en van in is het nie dat te met vir op wat sy om aan hy word ook deur kan",
        "az": "və bu bir ilə üçün da də ki olan olub edib görə sonra kimi isə daha çox olaraq tərəfindən var edir "
        "bütün hər",
        "bs": "i u je na se da su za od koji kao iz ne što do sa bi biti će o bio bila nije ali ili nakon te "
        "godine sve",
        "ca": "de la el i que a en les els per un una amb del al és no es ha dels són més aquest aquesta",
        "cs": "a v se na je že s z do o k za pro by jako ve po které který jsou od jeho této také podle aby být "
        "byl byla bylo není nebo ale už jen má může mezi roku tom při i u",
        "cy": "y yr a i yn o ar am wedi ei ac gan fod eu bod oedd hynny mae",
        "da": "og i at er en et den det til af på med for de som har der ikke fra var om blev ved også",
        "de": "der die das und in den von zu mit ist im für auf des dem nicht ein eine sich auch als wurde hat "
        "bei einer einem einen nach oder aus dass wird sind sie war über",
        "es": "de la el que en y los del las un por con una para es se al lo su como más no ha sobre este esta",
        "et": "ja on ei et oli kui ning see mis ka või selle aga oma üle tema poolt võib olla kuid mille aasta "
        "pärast kes kus juba",
        "eu": "eta da ez du bat dira ere zen izan dela egin baina hau den duen zuen dute baita urte beste",
        "fi": "ja on ei että oli se hän mutta myös kun tai ovat jos joka sekä mukaan sen ole olla vain niin kuin "
        "jo nyt vuonna kanssa ennen tämä jotka eivät voi joiden",
        "fr": "de la le les et des en un une du que est pour qui dans par sur au pas plus ce se aux il elle ont a",
        "ga": "an na agus ar a i is le ag go bhí tá don seo sin ó mar",
        "gl": "de a o que e do da en os as un unha para con por non se ao no na máis é foi pola polo",
        "hr": "i u je na se da su za od koji kao iz ne što do s bi biti će o također bio bila nije ali ili nakon "
        "te godine sve",
        "hu": "a az és hogy nem is egy volt ez meg csak már mint de el vagy szerint ki amely azt lesz lehet "
        "azonban még pedig be fel után között közölte több minden egyes ha nincs",
        "id": "yang dan di ini itu dengan untuk dari dalam tidak akan pada ke juga adalah oleh telah karena bahwa "
        "para",
        "is": "og að í á er sem til um með við var en ekki fyrir það hann af frá",
        "it": "di e il la che in un a per è del una con le si da non i nel della al sono dei alla più gli ha come",
        "lt": "ir į kad yra su iš buvo tai bet kaip nuo ne jis dėl apie per po taip gali būti arba metų dar tik "
        "jos jų kurie šiuo prie",
        "lv": "un ir par no ar uz ka kas bija tika pie bet arī vai pēc kā to nav tiek kurš jau tikai gada viņš",
        "ms": "yang dan di ini itu dengan untuk dari dalam tidak akan pada ke juga adalah oleh telah kerana "
        "bahawa",
        "mt": "li u ta il fl tal dan din kien minn għal biex mhux hija huwa aktar",
        "nb": "og i å er en et den det til av på med for de som har ikke fra var om ble ved også sier",
        "nl": "de het een van en in is dat op te zijn met voor niet aan er om door als ook naar bij uit die wordt",
        "nn": "og i å er ein eit den det til av på med for dei som har ikkje frå var om vart ved også",
        "pl": "i w na z się nie do że jest to o za jak po od przez dla oraz są ze który które będzie tym tego tej "
        "ale tak także czy tylko może być lub pod roku ma był była przy ich jego co jej",
        "pt": "de a o que e do da em um para com uma os no se na por mais as dos ao foi não é das pela pelo",
        "ro": "de și în a la cu pe care din un o nu este pentru că mai fost sunt prin al ale lui sau",
        "sk": "a v sa na je že s z do o k za pre by ako vo po ktoré ktorý sú od jeho tiež podľa aj aby byť bol "
        "bola bolo nie alebo ale už len má môže medzi roku tom pri i u",
        "sl": "in v je na se da so za ki z tudi pa kot po ne s o bo od bi ni več tem ter oziroma pri leta lahko",
        "sq": "të e në dhe një për me që nga i së u ka si do është nuk",
        "sr": "i u je na se da su za od koji kao iz ne što do sa bi biti će o takođe bio bila nije ali ili nakon "
        "te godine sve",
        "sv": "och i att en som är det på för med av den till har de inte om ett var från vid också kan",
        "sw": "ya wa na kwa ni katika la za cha kuwa hiyo huo hii kama pia yake wake ambayo ili",
        "fil": "ang ng sa na mga at ay ni si para hindi ito nang kay pa may",
        "tr": "ve bir bu da de için ile olarak olan çok daha gibi ise en sonra kadar göre ancak dedi kendi her "
        "var yok ne o olduğu olduğunu eden etti edildi yeni iki üzerinde tarafından değil",
        "vi": "của và các là có được trong cho với không một những đã này người về để khi từ theo tại đang tôi "
        "nhiều năm cũng như vào trên ra",
        "en": "the of and to in a is that for on was with as by at from it be are this which has have not will "
        "said",
        "be": "і ў у на з што не да як па за для гэта былі ад яго таксама але а яе іх будзе быць або калі толькі "
        "паміж",
        "bg": "на и в за да се от с е не че са по като към това което или беше през след",
        "mk": "на и во за да се од со е не дека по како ќе ги тоа која или беше",
        "ru": "и в на не что с по для как от к из за о это его был у также при до которые год но а так же ее их "
        "было быть или если только более между года",
        "sr-cyrl": "и у је на се да су за од који као из не што до са би бити ће о такође био била није али или "
        "након те године све",
        "uk": "і в на не що з до та для як від у за по це його про також є було які року щодо але а так же її їх "
        "буде бути або якщо лише між",
        "ar": "في من على إلى أن عن التي الذي هذا هذه مع كان لا ما بعد بين كما قد ذلك أو هو هي حيث لم قبل غير عند",
        "fa": "و در به از که این را با است برای آن یک بر تا هم شده کرد می های خود",
        "ur": "کے کی میں ہے اور سے کا کو نے پر یہ کہ ہیں اس بھی ایک کر",
        "hi": "के में है की और से का को ने पर यह कि हैं इस भी एक कर लिए नहीं था",
        "mr": "आणि या आहे व हे ते मध्ये की आहेत होते नाही एक हा केले असे तर",
        "ne": "र को मा छ का ले पनि भएको गर्ने यो हो एक छन् लागि गरेको",
    }.items()
}  # fmt: skip
"""ISO 639 code -> words; Serbian in Cyrillic letters is ``sr-cyrl``."""
_PUNCTUATION = ".,;:!?…()[]'\"“”„‘’«»‹›*_–—।،؛؟"


def common_words(text: str, language: str) -> int:
    """How many words of a text are among the most frequent of a language (ISO 639 code); 0 for one without a list."""
    wanted = COMMON.get(language, frozenset()) | COMMON.get(f"{language}-cyrl", frozenset())
    return sum(word.strip(_PUNCTUATION) in wanted for word in text.lower().split()) if wanted else 0
