"""The words that titles, plots and people of the invented catalogue are made of."""

# Each in English, French, German and Turkish: titles made of two of them have a name in each.
NOUNS = (
    ("the Lantern", "la Lanterne", "die Laterne", "Fener"),
    ("the River", "la Rivière", "der Fluss", "Irmak"),
    ("the Clockmaker", "l'Horloger", "der Uhrmacher", "Saatçi"),
    ("the Orchard", "le Verger", "der Obstgarten", "Bahçe"),
    ("the Ferry", "le Bac", "die Fähre", "Vapur"),
    ("the Winter", "l'Hiver", "der Winter", "Kış"),
    ("the Cartographer", "la Cartographe", "die Kartografin", "Haritacı"),
    ("the Mirror", "le Miroir", "der Spiegel", "Ayna"),
    ("the Harbour", "le Port", "der Hafen", "Liman"),
    ("the Thief", "le Voleur", "der Dieb", "Hırsız"),
    ("the Comet", "la Comète", "der Komet", "Kuyruklu Yıldız"),
    ("the Bridge", "le Pont", "die Brücke", "Köprü"),
    ("the Baker", "le Boulanger", "der Bäcker", "Fırıncı"),
    ("the Letter", "la Lettre", "der Brief", "Mektup"),
    ("the Forest", "la Forêt", "der Wald", "Orman"),
    ("the Pianist", "la Pianiste", "die Pianistin", "Piyanist"),
    ("the Desert", "le Désert", "die Wüste", "Çöl"),
    ("the Umbrella", "le Parapluie", "der Regenschirm", "Şemsiye"),
    ("the Island", "l'Île", "die Insel", "Ada"),
    ("the Astronomer", "l'Astronome", "der Astronom", "Gökbilimci"),
    ("the Train", "le Train", "der Zug", "Tren"),
    ("the Garden", "le Jardin", "der Garten", "Bostan"),
    ("the Weathervane", "la Girouette", "die Wetterfahne", "Rüzgargülü"),
    ("the Violin", "le Violon", "die Geige", "Keman"),
    ("the Night", "la Nuit", "die Nacht", "Gece"),
    ("the Gambler", "le Joueur", "der Spieler", "Kumarbaz"),
    ("the Snow", "la Neige", "der Schnee", "Kar"),
    ("the Library", "la Bibliothèque", "die Bibliothek", "Kütüphane"),
    ("the Sparrow", "le Moineau", "der Spatz", "Serçe"),
    ("the Telegraph", "le Télégraphe", "der Telegraf", "Telgraf"),
    ("the Well", "le Puits", "der Brunnen", "Kuyu"),
    ("the Summer", "l'Été", "der Sommer", "Yaz"),
)
ADJECTIVES = (
    "Borrowed", "Silent", "Crooked", "Distant", "Velvet", "Hollow", "Patient", "Electric", "Golden",
    "Forgotten", "Restless", "Paper", "Northern", "Gentle", "Broken", "Invisible", "Stubborn",
    "Second", "Burning", "Frozen", "Honest", "Midnight", "Wandering", "Unfinished", "Quiet",
    "Scarlet", "Reluctant", "Drowned", "Lucky", "Impossible", "Copper", "Last",
)  # fmt: skip
PLACES = (
    "Marrow Lane", "Ostend", "the Salt Coast", "Tarn Hollow", "Vesper Street", "Low Meadow",
    "Kestrel Point", "Old Brine", "the Third Floor", "Amber Quay", "Fallow Bridge", "Port Linnet",
    "the Blue Hour", "Wren Hill", "Saltash", "the Far Bank", "Candle Row", "Bellweather",
    "the Slow Sea", "Larkmoor", "Pale Harbour", "Nine Elms Yard", "the Ninth Platform", "Greywater",
)  # fmt: skip
DEEDS = (
    "inherits {place} and the quarrel that comes with it",
    "must cross {place} before the ice breaks",
    "returns to {place} with a secret that nobody asked for",
    "is the only witness of what {place} would rather forget",
    "bets everything on one evening in {place}",
    "opens a school in {place} for those who never learned to lie",
    "follows a song through {place} to the house where it was written",
    "keeps a light burning in {place}, and somebody answers",
)
TURNS = (
    "Then a stranger arrives who knows the ending.",
    "By morning only one of two stories can be true.",
    "What begins as a favour becomes the work of a life.",
    "Nobody is quite who the letters said.",
    "It would be simple, were it not for the neighbours.",
    "The weather has other plans.",
)
TAGLINES = (
    "Some doors open only once.", "The tide remembers.", "Everyone counts something.",
    "Nothing is lost, only filed wrongly.", "Be home before the snow.",
    "Trust the map. Not the man.",
    "It was never about the clock.",
)  # fmt: skip
FIRST_NAMES = (
    "Ada", "Maren", "Tobias", "Ines", "Rufus", "Selin", "Odile", "Bastien", "Käthe", "Anton",
    "Haruka", "Ren", "Deniz", "Emre", "Clara", "Silas", "Noor", "Ivo", "Petra", "Luca", "Freya",
    "Oskar", "Mina", "Caspar", "Leyla", "Hugo", "Thea", "Rafael", "Signe", "Milo", "Yara", "Felix",
)  # fmt: skip
LAST_NAMES = (
    "Quill", "Fenwright", "Oakley", "Mirval", "Lindner", "Tachikawa", "Aldemir", "Soylu", "Hallam",
    "Vance", "Cassagne", "Brandt", "Okonkwo", "Sjöberg", "Moreau", "Castellan", "Underhill",
    "Yıldız", "Falk", "Pemberton", "Arimori", "Novak", "Delacroix", "Winslow", "Karaca", "Ferris",
    "Thorne", "Lavigne", "Voss", "Ashdown", "Rainier", "Beck",
)  # fmt: skip
STUDIOS = (
    ("Lantern Yard Pictures", "GB"), ("Halcyon & Daughters", "US"), ("Studio Marée", "FR"),
    ("Nachtzug Film", "DE"), ("Çınar Yapım", "TR"), ("Paper Crane Works", "JP"),
    ("Low Tide Films", "US"), ("Northern Clock", "SE"),
)  # fmt: skip
NETWORKS = (
    ("Channel Meridian", "GB"), ("Beacon", "US"), ("Canal Brume", "FR"), ("Kanal Sieben-Elf", "DE"),
    ("Boğaz TV", "TR"), ("Hoshi Broadcasting", "JP"),
)  # fmt: skip
KEYWORDS = (
    "lighthouse", "inheritance", "small town", "found letter", "train", "winter", "forgery",
    "apprentice", "rivalry", "unreliable narrator", "sea", "clock", "family feud", "map",
)  # fmt: skip
CHARACTERS = (
    "The Keeper", "Inspector Dray", "Aunt Solveig", "The Boy", "Captain Merrow", "Dr. Halloway",
    "The Neighbour", "Nadia", "Old Tom", "The Clerk", "Madame Verne", "Second Violin",
)  # fmt: skip
FILM_GENRES = (
    "Drama", "Comedy", "Mystery", "Adventure", "Animation", "Science Fiction", "Thriller",
    "Romance",
    "Fantasy", "Crime", "Family", "History", "Horror", "War", "Western", "Music", "Action",
    "Documentary",
)  # fmt: skip
SERIES_GENRES = (
    "Drama", "Comedy", "Crime", "Mystery", "Family", "Animation", "Science Fiction", "Documentary",
)  # fmt: skip
COUNTRIES = {
    "en": "GB", "fr": "FR", "de": "DE", "tr": "TR", "ja": "JP", "it": "IT", "es": "ES", "pt": "PT",
    "pl": "PL", "nb": "NO", "cs": "CZ", "fi": "FI", "ru": "RU", "ko": "KR", "nl": "NL", "sv": "SE",
    "el": "GR",
}  # fmt: skip
LANGUAGES = {
    "en": ("English", "English", "eng"), "fr": ("French", "Français", "fra"),
    "de": ("German", "Deutsch", "deu"), "tr": ("Turkish", "Türkçe", "tur"),
    "ja": ("Japanese", "日本語", "jpn"), "it": ("Italian", "Italiano", "ita"),
    "es": ("Spanish", "Español", "spa"), "pt": ("Portuguese", "Português", "por"),
    "pl": ("Polish", "Polski", "pol"), "nb": ("Norwegian Bokmål", "Bokmål", "nob"),
    "cs": ("Czech", "Český", "ces"), "fi": ("Finnish", "suomi", "fin"),
    "ru": ("Russian", "Pусский", "rus"), "ko": ("Korean", "한국어/조선말", "kor"),
    "nl": ("Dutch", "Nederlands", "nld"), "sv": ("Swedish", "svenska", "swe"),
    "el": ("Greek", "ελληνικά", "ell"),
}  # fmt: skip
COUNTRY_NAMES = {
    "GB": "United Kingdom", "US": "United States of America", "FR": "France", "DE": "Germany",
    "TR": "Turkey", "JP": "Japan", "IT": "Italy", "ES": "Spain", "PT": "Portugal", "PL": "Poland",
    "NO": "Norway", "CZ": "Czech Republic", "FI": "Finland", "RU": "Russia", "KR": "South Korea",
    "NL": "Netherlands", "SE": "Sweden", "GR": "Greece",
}  # fmt: skip
COUNTRIES_3 = {
    "GB": "gbr", "US": "usa", "FR": "fra", "DE": "deu", "TR": "tur", "JP": "jpn", "IT": "ita",
    "ES": "esp", "PT": "prt", "PL": "pol", "NO": "nor", "CZ": "cze", "FI": "fin", "RU": "rus",
    "KR": "kor", "NL": "nld", "SE": "swe", "GR": "grc",
}  # fmt: skip
# How a plot is told where only the facts are known.
RETOLD = {
    "fr": "« {title} » : {director} signe en {year} un récit où {lead} n'a plus qu'une nuit.",
    "de": "„{title}“: {director} erzählt {year} von {lead} und einer Nacht, die nicht enden will.",
    "tr": "“{title}”: {director} {year} yılında {lead} ve bitmek bilmeyen bir geceyi anlatıyor.",
}
