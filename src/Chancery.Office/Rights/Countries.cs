using System.Collections.Frozen;

namespace Chancery.Office;

/// <summary>Country codes as caveats and people write them: two letters or three (ISO 3166), and the groups that REL TO names.</summary>
internal static class Countries
{
    /// <summary>Two letters, three letters, one pair after another.</summary>
    private const string Pairs =
        "AD AND AE ARE AF AFG AG ATG AL ALB AM ARM AO AGO AR ARG AT AUT AU AUS AZ AZE BA BIH BB BRB BD BGD BE BEL BF BFA BG BGR BH BHR BI BDI "
        + "BJ BEN BN BRN BO BOL BR BRA BS BHS BT BTN BW BWA BY BLR BZ BLZ CA CAN CD COD CF CAF CG COG CH CHE CI CIV CL CHL CM CMR CN CHN CO COL "
        + "CR CRI CU CUB CV CPV CY CYP CZ CZE DE DEU DJ DJI DK DNK DM DMA DO DOM DZ DZA EC ECU EE EST EG EGY ER ERI ES ESP ET ETH FI FIN FJ FJI "
        + "FR FRA GA GAB GB GBR GD GRD GE GEO GH GHA GM GMB GN GIN GQ GNQ GR GRC GT GTM GW GNB GY GUY HN HND HR HRV HT HTI HU HUN ID IDN IE IRL "
        + "IL ISR IN IND IQ IRQ IR IRN IS ISL IT ITA JM JAM JO JOR JP JPN KE KEN KG KGZ KH KHM KM COM KP PRK KR KOR KW KWT KZ KAZ LA LAO LB LBN "
        + "LI LIE LK LKA LR LBR LS LSO LT LTU LU LUX LV LVA LY LBY MA MAR MC MCO MD MDA ME MNE MG MDG MK MKD ML MLI MM MMR MN MNG MR MRT MT MLT "
        + "MU MUS MV MDV MW MWI MX MEX MY MYS MZ MOZ NA NAM NE NER NG NGA NI NIC NL NLD NO NOR NP NPL NZ NZL OM OMN PA PAN PE PER PG PNG PH PHL "
        + "PK PAK PL POL PT PRT PY PRY QA QAT RO ROU RS SRB RU RUS RW RWA SA SAU SB SLB SC SYC SD SDN SE SWE SG SGP SI SVN SK SVK SL SLE SM SMR "
        + "SN SEN SO SOM SR SUR SS SSD ST STP SV SLV SY SYR SZ SWZ TD TCD TG TGO TH THA TJ TJK TL TLS TM TKM TN TUN TO TON TR TUR TT TTO TW TWN "
        + "TZ TZA UA UKR UG UGA US USA UY URY UZ UZB VA VAT VC VCT VE VEN VN VNM VU VUT WS WSM YE YEM ZA ZAF ZM ZMB ZW ZWE";

    private static readonly FrozenDictionary<string, string> ThreeByTwo = Load();

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Groups = new Dictionary<string, ImmutableArray<string>>(
        StringComparer.Ordinal
    )
    {
        ["FVEY"] = ["AUS", "CAN", "GBR", "NZL", "USA"],
        ["ACGU"] = ["AUS", "CAN", "GBR", "USA"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A country as three letters in upper case; UK is the United Kingdom; what is no known code of two letters stays as it is.</summary>
    public static string Normal(string code)
    {
        var upper = code.Trim().ToUpperInvariant();
        return upper == "UK" ? "GBR" : ThreeByTwo.GetValueOrDefault(upper, upper);
    }

    /// <summary>True where a nationality is one of the countries or belongs to one of the groups of a list.</summary>
    public static bool Holds(ReadOnlySpan<string> list, string nationality)
    {
        var wanted = Normal(nationality);
        foreach (var entry in list)
        {
            if (Normal(entry) == wanted || (Groups.TryGetValue(entry, out var members) && members.Contains(wanted)))
            {
                return true;
            }
        }
        return false;
    }

    private static FrozenDictionary<string, string> Load()
    {
        var words = Pairs.Split(' ');
        return Enumerable.Range(0, words.Length / 2).ToFrozenDictionary(i => words[2 * i], i => words[(2 * i) + 1], StringComparer.Ordinal);
    }
}
