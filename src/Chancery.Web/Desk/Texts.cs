namespace Chancery.Web.Desk;

/// <summary>The desk's words, one member a sentence, so that they can be read, corrected and one day translated in one place.</summary>
public static class Texts
{
    public const string Product = "Chancery";
    public const string HighestLevel = "highest level in this view";
    public const string BannerTop = "Level of this view, top";
    public const string BannerBottom = "Level of this view, bottom";
    public const string SkipToContent = "Skip to the content";
    public const string SearchOrGo = "Search or go to a message number";
    public const string SearchHint = "Search, or northport 412";
    public const string Live = "live";
    public const string AsOf = "as of {0}";
    public const string Cleared = "cleared";
    public const string Help = "Help";
    public const string Status = "Status";
    public const string SignOut = "Sign out";
    public const string KeysOfScreen = "Keys of this screen";
    public const string Alarm = "{0} received {1}. Open";

    public const string Traffic = "Traffic";
    public const string AllMessages = "All messages";
    public const string ByPrecedence = "by precedence, newest first";
    public const string NoTraffic = "No message on file yet. Send one to /api/messages, or import files with chancery import.";
    public const string NoOlder = "No older message. Go back to the newest.";
    public const string BadPage = "This page of the list is not known. Here is the newest.";
    public const string Newest = "Newest";
    public const string Newer = "Newer";
    public const string Older = "Older";
    public const string JustNow = "Just now";
    public const string NewSince = "{0} new since {1}: {2}. ";
    public const string NewLost = "Many new messages. ";
    public const string Show = "Show";
    public const string NotOpened = "This message cannot be shown now. Open it in its own page.";
    public const string SelectOne = "Choose a message from the list.";

    public const string Open = "Open";
    public const string BackToList = "Back to the list";
    public const string Print = "Print";
    public const string From = "From";
    public const string Action = "Action";
    public const string Info = "Info";
    public const string Exempt = "Exempt";
    public const string References = "Ref";
    public const string Tags = "TAGS";
    public const string Captions = "Captions";
    public const string Passing = "Pass to";
    public const string Declassify = "Decl.";
    public const string ClassifiedBy = "Classified by";
    public const string Serial = "Serial";
    public const string Section = "Section";
    public const string NoSubject = "No subject read";
    public const string NoOriginator = "Originator not read";
    public const string SubjectWithheld = "[subject withheld]";
    public const string OriginatorWithheld = "[originator withheld]";
    public const string Extract = "extract";
    public const string ThisView = "This view";
    public const string ParagraphWithheld = "[paragraph {0} withheld]";
    public const string NotOnFile = "not on file";

    public const string Reading = "Reading";
    public const string Raw = "Raw";
    public const string History = "History";
    public const string Columns = "69 columns";
    public const string Wrap = "Wrap";
    public const string NoFindings = "no findings";
    public const string CutText = "The text goes on. It is whole in Raw.";
    public const string CutRaw = "The message goes on. Its bytes are whole at";
    public const string RawBytes = "the bytes as received";
    public const string RawLabel = "Raw message";

    public const string Search = "Search";
    public const string SearchLabel = "Query";
    public const string SearchIntro =
        "Words are all wanted. \"in quotes\" finds a phrase, -word leaves out, from: to: tag: subject: mrn: level: after: before: look in one place.";
    public const string NewestFirst = "Newest first";
    public const string BySent = "by date of message";
    public const string ByFiled = "by time of filing";
    public const string ByRelevance = "by relevance";
    public const string Messages = "messages";
    public const string OneMessage = "message";
    public const string About = "about";
    public const string OfYours = "of {0} you may read, {1} ms";
    public const string FoundUpTo = "found up to {0}";
    public const string NothingFound = "No message has all of these. Leave a word out, or look at how it is written in the help.";
    public const string QueryGone = "This search is no longer kept. Ask again.";
    public const string BadQuery = "The query has a mistake.";
    public const string Try = "Try";

    public const string Export = "Export, highest level";
    public const string Completions = "Ways to go on";
    public const string ByTime = "Hits by time";
    public const string SavedName = "Name to keep this search";
    public const string SaveSearch = "Keep";
    public const string SavedSearches = "Kept searches";
    public const string Forget = "Keep no longer:";
    public const string Narrow = "Narrow the search";

    public static string FacetName(FacetKind kind) =>
        kind switch
        {
            FacetKind.Level => "Level",
            FacetKind.Precedence => "Precedence",
            FacetKind.From => "From",
            FacetKind.Tag => "TAGS",
            FacetKind.Caption => "Captions",
            FacetKind.Family => "Form of text",
            _ => "Offices",
        };

    public const string Queues = "Queues";
    public const string Circuits = "Circuits";
    public const string NoCircuits = "No circuit. chancery circuit add names one; it holds from the next start on.";
    public const string Numbers = "last numbers in";
    public const string Held = "Held";
    public const string NothingHeld = "Nothing is held.";
    public const string Waiting = "Waiting";
    public const string NothingWaits = "Nothing waits.";
    public const string Reason = "Reason";
    public const string Release = "Release";
    public const string CloseHeld = "Close without delivery";
    public const string Released = "Released. It is on its way.";
    public const string NeedsSecond = "Noted. A second person must release it, too.";
    public const string ClosedHeld = "Closed without delivery. It stays on file.";
    public const string NotDone =
        "Not done. You need the role communicator and a reason, and for FLASH or levels in conflict a second person.";
    public const string FirstOfTwo = "released by {0}, a second person is needed";
    public static System.Text.CompositeFormat FirstOfTwoFormat { get; } = System.Text.CompositeFormat.Parse(FirstOfTwo);
    public const string Alarms = "Alarms";
    public const string Acknowledge = "Acknowledge";
    public const string MoreAlarms = "more alarms";
    public const string TakenBy = "taken by";
    public const string Depth = "Waiting by destination";
    public const string Late = "late";
    public const string NoticeOf = "{0} received {1}. Open it.";
    public const string AllWell = "Nothing is stuck.";

    public const string Go = "Go";
    public const string GoSeveral = "Several messages have this number.";

    public const string SignIn = "Sign in";
    public const string Name = "Name";
    public const string Password = "Password";
    public const string SignInLead = "Sign in to read record messages. Sessions end after 30 minutes without use, and after 12 hours.";

    public const string Me = "My settings";
    public const string Saved = "Saved.";
    public const string Save = "Save";
    public const string Theme = "Theme";
    public const string ThemeLight = "light";
    public const string ThemeDark = "dark";
    public const string ThemeSystem = "as the system";
    public const string MessageText = "Message text";
    public const string SingleKeys = "Single keys";
    public const string On = "on";
    public const string Off = "off";
    public const string Session = "Session";

    public const string AskWhyTitle = "Say why";
    public const string AskWhy = "This message is shown only to who says why. The reason stands in the audit trail.";
    public const string Registry = "Registry";
    public const string People = "People";
    public const string Spills = "Spills";
    public const string AuditTrail = "Audit trail";
    public const string Disabled = "disabled";
    public const string DisabledLong = "Disabled: may not sign in, tokens and sessions end at once";
    public const string DisabledReads = "Disabled: reads nothing.";
    public const string Unknown = "unknown";
    public const string Change = "Change";
    public const string AddPerson = "Add a person";
    public const string SavedInForce = "Saved. It holds from now on.";
    public const string NotYourself = "Nobody changes his own rights: ask another administrator.";
    public const string NoSuchLevel = "That is no level: choose one from the list.";
    public const string NoSuchAccess = "An access is written NODIS, or NODIS:2027-01-31 with its last day.";
    public const string NationalityLong = "Nationality, two or three letters; blank satisfies no caveat";
    public const string OfficesLong = "Offices and groups: need to know; parted by commas";
    public const string AccessesLong = "Caption roles and accesses, as NODIS or NODIS:2027-01-31; parted by commas";
    public const string CouldRead = "What {0} could read";
    public const string MessageThatIs = "A message that is";
    public const string Sees = "Sees";
    public const string SeesAll = "all";
    public const string SeesPortions = "portions";
    public const string SeesNothing = "nothing";
    public const string Term = "Term that decides";
    public const string Person = "Person";
    public const string MessageById = "Message, by its id";
    public const string NotOnFileAtAll = "No message with this id is on file.";
    public const string QuarantineAct = "Quarantine";
    public const string ReleaseAct = "Release, with a second officer";
    public const string DestroyAct = "Destroy, with a second officer";
    public const string EmergencyAct = "Emergency access, with a second officer";
    public const string EmergencyFor = "Emergency access for";
    public const string EmergencyInForce = "Emergency access in force:";
    public const string EmergencyAlarm = "Emergency access in force. Open";
    public const string EmergencyGranted = "Granted. The alarm is raised.";
    public const string Quarantined = "Closed to all but security officers.";
    public const string ReleasedAgain = "Open again to those who may read it.";
    public const string Destroyed = "Destroyed. A stub and the lines of journal and audit trail are left.";
    public const string NeedsSecondOfficer = "Proposed. A second security officer must agree.";
    public const string NothingDone = "Nothing was done: choose an act.";
    public const string Until = "until";
    public const string WhoCanRead = "Who can read it";
    public const string WhoSaw = "Who saw it or was sent it";
    public const string ExposureFile = "List as a file";
    public const string NoticeDraft = "Draft notice to the originator";
    public const string WaitsForSecond = "Waits for a second officer";
    public const string NothingNoted = "Nothing is noted.";
    public const string ChainWhole = "Unbroken to line {0}, {1}.";
    public const string NotFoundTitle = "Not here";
    public const string NotFound = "There is nothing at this address for you. Go to Traffic, or search.";
    public const string FaultTitle = "Fault in the server";
    public const string Fault = "The page could not be made. Nothing was changed. Go back and try again; the log of the server says more.";
    public const string FormExpired = "The form was too old. Go back, load the page again and repeat.";
}
