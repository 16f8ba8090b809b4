using System.Security.Cryptography;

namespace Chancery.Office;

/// <summary>An office that is open: its parts, wired. Ends in the right order.</summary>
public sealed class RunningOffice : IAsyncDisposable
{
    private readonly IMessageStore store;
    private readonly ISearchIndex index;
    private readonly IPeopleStore people;
    private readonly AuditQueue audit;

    /// <summary>Wires an office.</summary>
    /// <param name="store">The truth; closed with the office.</param>
    /// <param name="queue">What waits to be delivered.</param>
    /// <param name="acts">What people do to it.</param>
    /// <param name="circuits">The record of channels.</param>
    /// <param name="alarms">Where alarms are kept.</param>
    /// <param name="requests">Where requests for repetition are kept.</param>
    /// <param name="index">The search index; closed with the office.</param>
    /// <param name="people">Where people are kept.</param>
    /// <param name="security">What security officers decide.</param>
    /// <param name="trail">The audit trail.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="directory">The posts and routing indicators known.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="chance">The source of tokens.</param>
    public RunningOffice(
        IMessageStore store,
        IWorkQueue queue,
        IQueueActs acts,
        ICircuitRecord circuits,
        IAlarmRecord alarms,
        IRepeatRequests requests,
        ISearchIndex index,
        IPeopleStore people,
        ISecurityRecord security,
        IAuditTrail trail,
        OfficeSettings settings,
        StationDirectory directory,
        TimeProvider clock,
        RandomNumberGenerator chance
    )
    {
        this.store = store;
        this.index = index;
        this.people = people;
        Settings = settings;
        Reader = new MessageReader(ReaderOptions.Default with { Directory = directory });
        Feed = new CommitFeed();
        var justFiled = new JustFiled();
        Services = new ServiceMessages(settings, Reader);
        Routing = new OnwardRouting(settings, directory);
        var watch = new ClockWatch(clock, store.FiledAt(store.LastNumber));
        Intake = new Intake(store, Reader, new TrafficRules(settings, Routing, Services), settings, Feed, justFiled, watch, clock);
        var measured = new MeasuredQueue(queue, clock);
        Queue = measured;
        Circuits = new CircuitBoard(settings, circuits);
        Indexer = new Indexer(store, index, Reader, justFiled, clock);
        Desk = new QueueDesk(settings, store, acts, queue, circuits, Reader, security, Indexer, Routing, clock);
        Meter = new OfficeMeter(store, queue, Indexer, Circuits, clock);
        measured.Meter = Meter;
        Intake.Meter = Meter;
        Health = new OfficeHealth(store, queue, Indexer, Circuits, watch, clock);
        Archive = new Archive(store, index, Reader, clock);
        People = new People(people, settings.Rights, clock, chance);
        Trail = trail;
        Security = security;
        audit = new AuditQueue(trail, clock);
        Alarms = new AlarmBoard(settings, alarms, store, acts, queue, Circuits, People, clock);
        Corrections = new CorrectionDesk(settings, Desk, store, requests, Services, Intake, Reader, clock);
        Misroutes = new MisrouteDesk(settings, Desk, store, circuits, Routing, Services, Intake, Reader, clock);
        Offers = new CircuitOffers(settings, Desk, Circuits, Routing, store, Reader, clock);
        Repeats = new RepeatFollowUp(settings, requests, Services, Intake, clock);
        Viewing = new Viewing(Archive, store, audit, Alarms);
        Exporter = new Exporter(Archive, trail);
        var copies = new CopiesOnFile(store, security, Archive, Indexer, Reader);
        Spills = new Spills(store, copies, security, queue, acts, Indexer, trail, Feed, clock);
        Emergencies = new Emergencies(store, security, People, settings.Rights, clock);
        Registry = new Registry(store, People);
        SavedSearches = new SavedSearches(people, Archive);
        Series = new Series(store, Archive, settings.GapReasons);
        References = new ReferenceDesk(Archive, Series);
        Rereading = new Rereading(store, Reader, settings.Rights);
        Importer = new Importer(Intake, Indexer, Reader, settings, Feed, clock);
    }

    /// <summary>The settings.</summary>
    public OfficeSettings Settings { get; }

    /// <summary>The reader of messages, with the office's directory.</summary>
    public MessageReader Reader { get; }

    /// <summary>Where messages go.</summary>
    public OnwardRouting Routing { get; }

    /// <summary>What was just committed.</summary>
    public CommitFeed Feed { get; }

    /// <summary>The way in.</summary>
    public Intake Intake { get; }

    /// <summary>What waits to be delivered.</summary>
    public IWorkQueue Queue { get; }

    /// <summary>The circuits: how they stand and the record of their numbers.</summary>
    public CircuitBoard Circuits { get; }

    /// <summary>What a communicator does to held and waiting traffic.</summary>
    public QueueDesk Desk { get; }

    /// <summary>The alarms, and the watch that raises them. A server runs it.</summary>
    public AlarmBoard Alarms { get; }

    /// <summary>What a communicator does to one held message.</summary>
    public CorrectionDesk Corrections { get; }

    /// <summary>What a communicator does about a held message with the wrong routing indicator.</summary>
    public MisrouteDesk Misroutes { get; }

    /// <summary>Other circuits for what waits for one that is out.</summary>
    public CircuitOffers Offers { get; }

    /// <summary>Asks again for what nobody has repeated. A server looks now and then.</summary>
    public RepeatFollowUp Repeats { get; }

    /// <summary>Messages of our own between stations.</summary>
    public ServiceMessages Services { get; }

    /// <summary>What it counts of itself.</summary>
    public OfficeMeter Meter { get; }

    /// <summary>Whether it can do its work.</summary>
    public OfficeHealth Health { get; }

    /// <summary>What fills the index. A server runs it; a command catches up.</summary>
    public Indexer Indexer { get; }

    /// <summary>What is asked.</summary>
    public Archive Archive { get; }

    /// <summary>Who may sign in.</summary>
    public People People { get; }

    /// <summary>Who did and saw what.</summary>
    public IAuditTrail Trail { get; }

    /// <summary>Shows messages to people.</summary>
    public Viewing Viewing { get; }

    /// <summary>What security officers decide, as it is kept.</summary>
    public ISecurityRecord Security { get; }

    /// <summary>Gives out what a query finds.</summary>
    public Exporter Exporter { get; }

    /// <summary>Messages that came where they must not be.</summary>
    public Spills Spills { get; }

    /// <summary>Messages opened to somebody against the rule.</summary>
    public Emergencies Emergencies { get; }

    /// <summary>What could this person read, who can read this message.</summary>
    public Registry Registry { get; }

    /// <summary>The numbers of posts, and what is missing of them.</summary>
    public Series Series { get; }

    /// <summary>What refers to what.</summary>
    public ReferenceDesk References { get; }

    /// <summary>Searches that people keep.</summary>
    public SavedSearches SavedSearches { get; }

    /// <summary>Reads what is stored again.</summary>
    public Rereading Rereading { get; }

    /// <summary>Files files.</summary>
    public Importer Importer { get; }

    /// <summary>Looks through bytes, journal, audit trail and index; each damage is one sentence. An index that lags is none.</summary>
    public IEnumerable<string> Verify(IProgress<long>? progress, CancellationToken cancellation) =>
        store.Verify(progress, cancellation).Concat(Trail.Verify(out _)).Concat(index.Verify());

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Intake.DisposeAsync();
        await audit.DisposeAsync();
        Meter.Dispose();
        await index.DisposeAsync();
        await store.DisposeAsync();
        (people as IDisposable)?.Dispose();
    }
}
