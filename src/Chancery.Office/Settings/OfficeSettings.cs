namespace Chancery.Office;

/// <summary>The settings of an office, from <c>chancery.toml</c> in the store folder. Immutable.</summary>
public sealed partial record OfficeSettings
{
    /// <summary>What holds where nothing is set.</summary>
    public static OfficeSettings Default { get; } = new();

    /// <summary>The level of a message that bears none.</summary>
    public Level UnmarkedLevel { get; init; } = Level.Secret;

    /// <summary>Path of the office's own directory of posts and routing indicators; null for the carried tables.</summary>
    public string? Directory { get; init; }

    /// <summary>The office's name; empty where none is set.</summary>
    public string Name { get; init; } = "";

    /// <summary>Our own routing indicators, the first of which signs; empty where none is set.</summary>
    public ImmutableArray<string> RoutingIndicators { get; init; } = [];

    /// <summary>Which offices get copies: <c>distribution.csv</c> beside the settings.</summary>
    public DistributionTable Distribution { get; init; } = DistributionTable.Empty;

    /// <summary>Routes beside those of the doors: <c>routes.csv</c> beside the settings.</summary>
    public ImmutableArray<RouteRow> Routes { get; init; } = [];

    /// <summary>The addressees that the office knows: <c>addressees.csv</c> beside the settings.</summary>
    public AddresseeDirectory Addressees { get; init; } = AddresseeDirectory.Empty;

    /// <summary>The texts of service messages: carried, or those of <c>service-messages.csv</c> beside the settings.</summary>
    public ServiceTemplates ServiceTexts { get; init; } = ServiceTemplates.Carried;

    /// <summary>Why numbers of series are missing: <c>gaps.csv</c> beside the settings.</summary>
    public GapReasons GapReasons { get; init; } = GapReasons.None;

    /// <summary>How mail is taken in.</summary>
    public SmtpSettings Smtp { get; init; } = new();

    /// <summary>Folders whose files are traffic.</summary>
    public ImmutableArray<FolderSettings> Folders { get; init; } = [];

    /// <summary>Mailboxes that stand for stations.</summary>
    public ImmutableArray<MailSettings> Mails { get; init; } = [];

    /// <summary>Lines to other stations.</summary>
    public ImmutableArray<CircuitSettings> Circuits { get; init; } = [];

    /// <summary>Prefixes of routing indicators whose area is under MINIMIZE (transmission.md 3.2 P12).</summary>
    public ImmutableArray<string> Minimize { get; init; } = [];

    /// <summary>Who is called about urgent traffic.</summary>
    public AlarmSettings Alarms { get; init; } = new();

    /// <summary>How much is taken in at once.</summary>
    public IntakeLimits Limits { get; init; } = new();

    /// <summary>How the rule of reading is applied.</summary>
    public RightsSettings Rights { get; init; } = RightsSettings.Default;

    /// <summary>The listener.</summary>
    public HttpSettings Http { get; init; } = new();

    /// <summary>Where metrics are sent.</summary>
    public MetricsSettings Metrics { get; init; } = new();

    /// <summary>True where the log is JSON, an object a line.</summary>
    public bool LogsJson { get; init; }

    /// <summary>What was odd in the file, one sentence each: unknown keys, values that cannot be.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
