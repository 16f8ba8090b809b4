namespace Chancery.Exercise.Words;

/// <summary>Invented names, built of syllables with a seed of their own: they are the same in every exercise.</summary>
internal static class Names
{
    private static readonly ImmutableArray<string> PlaceHeads =
    [
        "Al",
        "Bram",
        "Cor",
        "Dun",
        "El",
        "Fen",
        "Gor",
        "Hal",
        "Ing",
        "Kel",
        "Lang",
        "Mor",
        "Nar",
        "Os",
        "Pel",
        "Quar",
        "Ras",
        "Sel",
        "Tor",
        "Ul",
        "Vel",
        "Wy",
        "Yar",
        "Zan",
        "Ard",
        "Bel",
        "Cald",
        "Dor",
        "Esk",
        "Farn",
        "Glen",
        "Hex",
    ];

    private static readonly ImmutableArray<string> PlaceMiddles =
    [
        "a",
        "e",
        "i",
        "o",
        "er",
        "en",
        "in",
        "or",
        "as",
        "al",
        "um",
        "ath",
        "ow",
        "ing",
        "est",
        "em",
    ];

    private static readonly ImmutableArray<string> PlaceTails =
    [
        "mere",
        "ton",
        "dale",
        "by",
        "wick",
        "ford",
        "stow",
        "combe",
        "holt",
        "den",
        "sea",
        "beck",
        "mouth",
        "thorpe",
        "well",
        "garth",
    ];

    private static readonly ImmutableArray<string> SurnameHeads =
    [
        "Vas",
        "Har",
        "Lind",
        "Tor",
        "Bren",
        "Cask",
        "Dov",
        "Ems",
        "Fal",
        "Gant",
        "Hol",
        "Isk",
        "Jar",
        "Kob",
        "Lor",
        "Mard",
        "Nev",
        "Orr",
        "Pask",
        "Quil",
        "Rad",
        "Sten",
        "Tarl",
        "Ulm",
        "Verr",
        "Wend",
        "Yost",
        "Zell",
        "Arb",
        "Bost",
        "Crow",
        "Drum",
    ];

    private static readonly ImmutableArray<string> SurnameTails =
    [
        "k",
        "grove",
        "qvist",
        "sen",
        "ner",
        "well",
        "ley",
        "mann",
        "ov",
        "ini",
        "ard",
        "eau",
        "sky",
        "by",
        "ton",
        "ridge",
        "ick",
        "ell",
        "aby",
        "ock",
        "ander",
        "hoff",
        "ish",
        "ow",
        "una",
        "ero",
    ];

    private static readonly ImmutableArray<string> Given =
    [
        "Jon",
        "Mira",
        "Orrin",
        "Tessa",
        "Pavel",
        "Anneke",
        "Ruben",
        "Selma",
        "Ivo",
        "Clara",
        "Edvin",
        "Nora",
        "Basil",
        "Greta",
        "Otto",
        "Lena",
        "Hugo",
        "Petra",
        "Simon",
        "Dora",
        "Felix",
        "Irma",
        "Konrad",
        "Vera",
        "Lars",
        "Edith",
        "Milo",
        "Agnes",
    ];

    private static readonly ImmutableArray<string> FirmTails =
    [
        "Works",
        "Lines",
        "Trading",
        "Brothers",
        "Mills",
        "Shipping",
        "Engines",
        "Cables",
        "Foundry",
        "Motors",
        "Stores",
        "Timber",
    ];

    private static readonly ImmutableArray<string> ShipHeads =
    [
        "Grey",
        "Silver",
        "Amber",
        "Northern",
        "Patient",
        "Swift",
        "Iron",
        "White",
        "Evening",
        "Distant",
        "Steady",
        "Copper",
    ];

    private static readonly ImmutableArray<string> ShipTails =
    [
        "Heron",
        "Lantern",
        "Tern",
        "Plover",
        "Anvil",
        "Beacon",
        "Curlew",
        "Otter",
        "Gannet",
        "Compass",
        "Petrel",
        "Osprey",
    ];

    public static ImmutableArray<string> Places() =>
        Distinct(700, 11, dice => dice.Pick(PlaceHeads) + (dice.PerMille(600) ? dice.Pick(PlaceMiddles) : "") + dice.Pick(PlaceTails));

    public static ImmutableArray<string> Surnames() => Distinct(700, 12, dice => dice.Pick(SurnameHeads) + dice.Pick(SurnameTails));

    public static ImmutableArray<string> GivenNames() => Given;

    public static ImmutableArray<string> Firms() =>
        Distinct(240, 13, dice => dice.Pick(SurnameHeads) + dice.Pick(SurnameTails) + " " + dice.Pick(FirmTails));

    public static ImmutableArray<string> Ships() => Distinct(60, 14, dice => dice.Pick(ShipHeads) + " " + dice.Pick(ShipTails));

    private static ImmutableArray<string> Distinct(int count, ulong seed, Func<Dice, string> make)
    {
        var dice = new Dice(seed);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = ImmutableArray.CreateBuilder<string>(count);
        while (names.Count < count)
        {
            var name = make(dice);
            if (seen.Add(name))
            {
                names.Add(name);
            }
        }
        return names.ToImmutable();
    }
}
