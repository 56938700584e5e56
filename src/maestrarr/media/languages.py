"""Languages as files, services and people write them, brought to one form.

Every language in the product is a BCP 47 tag in its shortest form: `en`, `pt-BR`, `zh-Hant`.
Source: RFC 5646; ISO 639-1, 639-2/B, 639-2/T and 639-3; Matroska's Language and LanguageBCP47.
"""

import re
from functools import lru_cache
from typing import Final

from maestrarr.media.facts import UNDETERMINED

NO_LANGUAGE: Final = "zxx"
_LONGEST_TAG: Final = 100
_SHORTEST_NAME: Final = 4
_BLANKS: Final = " \t\r\n\0"

# One line each: shortest code and its other codes | English name | other names it goes by.
_TABLE: Final = """
aa aar|Afar
ab abk|Abkhazian|Аԥсшәа
af afr|Afrikaans
ak aka|Akan
am amh|Amharic|አማርኛ
an arg|Aragonese|aragonés
ar ara|Arabic|العربية
as asm|Assamese|অসমীয়া
av ava|Avaric
ay aym|Aymara
az aze|Azerbaijani|azərbaycan,Azeri
ba bak|Bashkir|башҡорт теле
be bel|Belarusian|беларуская
bg bul|Bulgarian|български
bh bih|Bihari|भोजपुरी,Bhojpuri
bi bis|Bislama
bm bam|Bambara|bamanakan
bn ben|Bengali|বাংলা,Bangla
bo bod tib|Tibetan|བོད་སྐད་
br bre|Breton|brezhoneg
bs bos|Bosnian|bosanski
ca cat|Catalan|català,Valencian
ce che|Chechen|нохчийн
ch cha|Chamorro
co cos|Corsican|corsu
cs ces cze cz|Czech|čeština
cv chv|Chuvash|чӑваш
cy cym wel|Welsh|Cymraeg
da dan|Danish|dansk
de deu ger|German|Deutsch
dv div|Divehi|Dhivehi
dz dzo|Dzongkha|རྫོང་ཁ
ee ewe|Ewe|eʋegbe
el ell gre gr|Greek|Ελληνικά,Greek (modern)
en eng|English
eo epo|Esperanto
es spa esp|Spanish|español,Castellano,Castilian
et est|Estonian|eesti
eu eus baq|Basque|euskara
fa fas per|Persian|فارسی,Farsi
ff ful|Fula|Pulaar
fi fin|Finnish|suomi
fj fij|Fijian
fo fao|Faroese|føroyskt
fr fra fre|French|français
fy fry|Western Frisian|Frysk,Frisian
ga gle|Irish|Gaeilge
gd gla|Scottish Gaelic|Gàidhlig,Gaelic
gl glg|Galician|galego
gn grn|Guarani|avañe’ẽ
gu guj|Gujarati|ગુજરાતી
gv glv|Manx|Gaelg
ha hau|Hausa
he heb iw|Hebrew|עברית
hi hin|Hindi|हिन्दी
hr hrv scr|Croatian|hrvatski
ht hat|Haitian Creole|Kreyòl Ayisyen,Haitian
hu hun|Hungarian|magyar
hy hye arm|Armenian|հայերեն
id ind in|Indonesian|bahasa Indonesia
ig ibo|Igbo
is isl ice|Icelandic|íslenska
it ita|Italian|italiano
iu iku|Inuktitut
ja jpn jp|Japanese|日本語
jv jav|Javanese|Jawa
ka kat geo|Georgian|ქართული
kg kon|Kongo
ki kik|Kikuyu|Gikuyu
kk kaz|Kazakh|қазақ тілі
kl kal|Kalaallisut|kalaallisut,Greenlandic
km khm|Khmer|ខ្មែរ,Cambodian
kn kan|Kannada|ಕನ್ನಡ
ko kor|Korean|한국어,조선말
ks kas|Kashmiri|کٲشُر
ku kur|Kurdish|kurdî
kv kom|Komi
kw cor|Cornish|kernewek
ky kir|Kyrgyz|кыргызча,Kirghiz
la lat|Latin|Lingua latina
lb ltz|Luxembourgish|Lëtzebuergesch,Letzeburgesch
lg lug|Ganda|Luganda
li lim|Limburgish
ln lin|Lingala|lingála
lo lao|Lao|ລາວ
lt lit|Lithuanian|lietuvių
lv lav|Latvian|latviešu
mg mlg|Malagasy
mi mri mao|Maori|Māori
mk mkd mac|Macedonian|македонски
ml mal|Malayalam|മലയാളം
mn mon|Mongolian|монгол
mr mar|Marathi|मराठी
ms msa may|Malay|bahasa Melayu
mt mlt|Maltese|Malti
my mya bur|Burmese|မြန်မာ
nb nob|Norwegian Bokmål|norsk bokmål,Norwegian (Bokmal),Bokmål
nd nde|North Ndebele|isiNdebele
ne nep|Nepali|नेपाली
nl nld dut|Dutch|Nederlands
nn nno|Norwegian Nynorsk|norsk nynorsk,Norwegian (Nynorsk),Nynorsk
no nor|Norwegian|norsk
nv nav|Navajo|Diné Bizaad
ny nya|Nyanja|Chichewa
oc oci|Occitan|occitan,Provençal
oj oji|Ojibwa
om orm|Oromo|Oromoo
or ori|Odia|ଓଡ଼ିଆ,Oriya
os oss|Ossetic|ирон
pa pan|Punjabi|ਪੰਜਾਬੀ,Panjabi
pi pli|Pali
pl pol|Polish|polski
ps pus|Pashto|پښتو,Pushto
pt por|Portuguese|português
qu que|Quechua|Runasimi
rm roh|Romansh|rumantsch
ro ron rum mo mol|Romanian|română,Moldavian
ru rus|Russian|русский
rw kin|Kinyarwanda|Ikinyarwanda
sa san|Sanskrit|संस्कृत भाषा
sc srd|Sardinian|sardu
sd snd|Sindhi|سنڌي
se sme|Northern Sami|davvisámegiella,Sami
si sin|Sinhala|සිංහල,Sinhalese
sk slk slo|Slovak|slovenčina
sl slv|Slovenian|slovenščina
sm smo|Samoan
sn sna|Shona|chiShona
so som|Somali|Soomaali
sq sqi alb|Albanian|shqip
sr srp scc|Serbian|српски,srpski
su sun|Sundanese|Basa Sunda
sv swe|Swedish|svenska
sw swa|Swahili|Kiswahili
ta tam|Tamil|தமிழ்
te tel|Telugu|తెలుగు
tg tgk|Tajik|тоҷикӣ
th tha|Thai|ไทย
ti tir|Tigrinya|ትግርኛ
tk tuk|Turkmen|türkmen dili
tl tgl fil|Tagalog|Filipino,Pilipino
tn tsn|Tswana|Setswana
to ton|Tongan|lea fakatonga
tr tur|Turkish|Türkçe
tt tat|Tatar|татар
tw twi|Twi
ug uig|Uyghur|Uighur
uk ukr ua|Ukrainian|українська
ur urd|Urdu|اردو
uz uzb|Uzbek|o‘zbek
vi vie vn|Vietnamese|Tiếng Việt
wa wln|Walloon|walon
wo wol|Wolof
xh xho|Xhosa|IsiXhosa
yi yid ji|Yiddish|ייִדיש
yo yor|Yoruba|Èdè Yorùbá
za zha|Zhuang|Vahcuengh
zh zho chi cmn|Chinese|中文,Mandarin,Putonghua,汉语,漢語
zu zul|Zulu|isiZulu
ast|Asturian|asturianu
ckb|Central Kurdish|Sorani
cnr me|Montenegrin|crnogorski
gsw|Swiss German|Schwiizerdütsch
hak|Hakka Chinese|Hakka
haw|Hawaiian
mis|Uncoded language
mni|Manipuri
mul|Multiple languages|Multi
nan|Min Nan Chinese|Taiwanese,Hokkien
nds|Low German|Plattdeutsch
sh hbs|Serbo-Croatian|srpskohrvatski
und|Undetermined
wuu|Wu Chinese|Shanghainese
yue cn|Cantonese|粵語,粤语,廣東話,Chinese (Cantonese)
zxx xx|No linguistic content|No language
"""

# What names alone cannot say: words of services and players for a language in one place or script.
_PHRASES: Final = """
pt-BR: brazilian, brazilian portuguese, portuguese brazilian, português do brasil, pob, pb
pt-PT: european portuguese
es-419: latin american spanish, spanish latino, latino, español latino, spl, ea
es-ES: european spanish, castilian spanish, spn
fr-CA: canadian french, québécois, vfq
nl-BE: flemish, vlaams
en-GB: british english, british
en-US: american english
zh-Hans: simplified chinese, chs, zhs, zh-chs, 简体中文, 简体, 简
zh-Hant: traditional chinese, cht, zht, zt, zh-cht, 繁體中文, 繁体中文, 繁體, 繁
und: unknown, original, any, none, undefined, undetermined, ---
"""

_PLACE_NAMES: Final = """
AR Argentina, AT Austria, AU Australia, BE Belgium, BR Brazil, CA Canada, CH Switzerland,
CL Chile, CN China, CO Colombia, DE Germany, ES Spain, FR France, GB United Kingdom,
HK Hong Kong, IE Ireland, IN India, IT Italy, JP Japan, KR South Korea, MO Macao, MX Mexico,
NL Netherlands, NZ New Zealand, PT Portugal, SG Singapore, TR Türkiye, TW Taiwan,
US United States, ZA South Africa, 419 Latin America
"""
_REGIONS: Final = {
    code: name
    for code, _, name in (place.strip().partition(" ") for place in _PLACE_NAMES.split(","))
}
_SCRIPTS: Final = {
    "Arab": "Arabic",
    "Cyrl": "Cyrillic",
    "Hans": "Simplified",
    "Hant": "Traditional",
    "Latn": "Latin",
}
_PLACES: Final = (
    {name.casefold(): code for code, name in (_REGIONS | _SCRIPTS).items()}
    | {"uk": "GB", "usa": "US", "us": "US", "latino": "419", "latin american": "419"}
    | {"latam": "419", "brasil": "BR", "european": "PT", "mainland china": "CN"}
)

# Languages inside a wider one of ISO 639-3 that films and tracks do use.
_WIDER: Final = {
    **dict.fromkeys(("nb", "nn"), "no"),
    **dict.fromkeys(("yue", "nan", "hak", "wuu"), "zh"),
    **dict.fromkeys(("bs", "hr", "sr", "cnr"), "sh"),
    **dict.fromkeys(("arb", "arz", "ary", "arq", "acm", "apc", "apd", "ajp", "aeb"), "ar"),
    **dict.fromkeys(("prs", "pes"), "fa"),
    **dict.fromkeys(("ckb", "kmr", "sdh"), "ku"),
}
# Chinese in these places is written in the traditional script, elsewhere in the simplified one.
_TRADITIONAL: Final = frozenset({"HK", "MO", "TW"})
_SIMPLIFIED: Final = frozenset({"CN", "SG", "MY"})

_PLAIN_TAG: Final = re.compile(r"([a-z]{2,3})(?:-([a-z]{2}|\d{3}))?")
_CHINESE_TAG: Final = re.compile(r"(?:zh|zho|chi|cmn)-(hans|hant)(?:-([a-z]{2}))?")
_QUALIFIED_NAME: Final = re.compile(r"([^()]+?)\s*[(\[]([^()]+)[)\]]")


def _read_table() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Unfold the table into codes to tags, words to tags, and tags to English names."""
    codes: dict[str, str] = {}
    words: dict[str, str] = {}
    names: dict[str, str] = {}
    for line in _TABLE.split("\n")[1:-1]:
        written_codes, name, *others = line.split("|")
        tag, *aliases = written_codes.split()
        names[tag] = name
        codes.update(dict.fromkeys((tag, *aliases), tag))
        words.update((word.casefold(), tag) for word in (name, *",".join(others).split(",")))
    for line in _PHRASES.split("\n")[1:-1]:
        tag, _, phrases = line.partition(": ")
        words.update(dict.fromkeys(phrases.split(", "), tag))
    del words[""]
    return codes, words, names


_CODES, _WORDS, _NAMES = _read_table()


@lru_cache(maxsize=4096)
def normalise(written: str | None) -> str:
    """Bring a language code or name to its shortest BCP 47 tag; `und` when it is none we know.

    Reads ISO 639 in all its parts, BCP 47, locales (`en_US.UTF-8`), TMDB's `cn` and `xx`, and the
    names that Sonarr, Radarr and subtitle sites use. Never raises.
    """
    if not written or len(written) > _LONGEST_TAG:
        return UNDETERMINED
    return usual(written) or _unusual(written.strip(_BLANKS).casefold())


def usual(written: str) -> str | None:
    """Read a code or name as `normalise` does, but only those that films usually bear, else None.

    A word in a file's name is a language only if it is here: `sub` is a code for Suku, too.
    """
    word = written.strip(_BLANKS).casefold()
    known = _CODES.get(word) or _WORDS.get(word)
    return known or _plain(_tag(word)) or _qualified(word)


def is_within(actual: str, wanted: str) -> bool:
    """Say whether a track in `actual` satisfies a wish for `wanted`: `pt-BR` is within `pt`.

    Not the other way round: who wants `pt-BR` is not given `pt`. `und` is within nothing.
    """
    actual_tag, wanted_tag = normalise(actual), normalise(wanted)
    if UNDETERMINED in (actual_tag, wanted_tag):
        return False
    if actual_tag == wanted_tag:
        return True
    language, script, region = _parts(actual_tag)
    wanted_language, wanted_script, wanted_region = _parts(wanted_tag)
    return (
        (language == wanted_language or _WIDER.get(language) == wanted_language)
        and wanted_script in (None, script)
        and wanted_region in (None, region)
    )


def matroska_language(language: str | None, bcp47: str | None) -> str:
    """Read a Matroska track's language: LanguageBCP47 wins, and an absent Language means English.

    Source: RFC 9559, 5.1.4.1.19 (Language, default `eng`) and 5.1.4.1.20 (LanguageBCP47).
    """
    if bcp47 and bcp47.strip("\0 "):
        return normalise(bcp47)
    return normalise(language or "eng")


def name_in(tag: str) -> str:
    """Name a language in English, for a terminal: `pt-BR` is Portuguese (Brazil)."""
    normal = normalise(tag)
    language, script, region = _parts(normal)
    if language not in _NAMES:
        return normal
    # The script that Chinese is written in follows from the place unless it was said outright.
    said_script = script if script and f"-{script}" in normal else None
    places = [_SCRIPTS.get(said_script, said_script)] if said_script else []
    places += [_REGIONS.get(region, region)] if region else []
    return f"{_NAMES[language]} ({', '.join(places)})" if places else _NAMES[language]


def _tag(word: str) -> str:
    """Take a locale's encoding and underscores away: `en_us.utf-8` is `en-us`."""
    return word.partition(".")[0].partition("@")[0].replace("_", "-")


def _plain(tag: str) -> str | None:
    """Read the usual shapes, language and region or Chinese and script, without a library."""
    chinese = _CHINESE_TAG.fullmatch(tag)
    if chinese:
        region = f"-{chinese[2].upper()}" if chinese[2] else ""
        return f"zh-{chinese[1].title()}{region}"
    match = _PLAIN_TAG.fullmatch(tag)
    if not match or match[1] not in _CODES:
        return _WORDS.get(tag)
    language, region = _CODES[match[1]], match[2]
    return f"{language}-{'GB' if region == 'uk' else region.upper()}" if region else language


def _qualified(word: str) -> str | None:
    """Read a name with its place, such as `Portuguese (Brazil)` or `Chinese (Traditional)`."""
    match = _QUALIFIED_NAME.fullmatch(word)
    if not match:
        return None
    language = _WORDS.get(match[1]) or _CODES.get(match[1])
    place = match[2].strip()
    code = _PLACES.get(place) or (place.upper() if place.upper() in _REGIONS else None)
    if not language:
        return None
    return f"{language}-{code}" if code else language


def _unusual(word: str) -> str:
    """Ask langcodes about what the table does not hold; it is imported only then (70 ms)."""
    import langcodes  # noqa: PLC0415

    tag = _tag(word)
    try:
        if langcodes.tag_is_valid(tag) and not tag.startswith("x-"):  # private as a whole
            return _shortest(langcodes.standardize_tag(tag))
        if len(word) >= _SHORTEST_NAME and word.replace(" ", "").isalpha():
            return _shortest(langcodes.standardize_tag(str(langcodes.find(word))))
    except (LookupError, ValueError):
        return UNDETERMINED
    return UNDETERMINED


def _shortest(tag: str) -> str:
    """Take out what adds nothing for us: private subtags, and our own choice among twin codes."""
    language, _, rest = tag.partition("-x-")[0].partition("-")
    language = _CODES.get(language, language)
    return f"{language}-{rest}" if rest else language


def _parts(tag: str) -> tuple[str, str | None, str | None]:
    """Split a normalised tag into language, script and region; Chinese gets its place's script."""
    language, *subtags = tag.split("-")
    script = next((part for part in subtags if len(part) == 4 and part.isalpha()), None)
    region = next((part for part in subtags if part.isupper() or part.isdigit()), None)
    if language == "zh" and script is None and region is not None:
        script = "Hant" if region in _TRADITIONAL else "Hans" if region in _SIMPLIFIED else None
    return language, script, region
