namespace Chancery.Web.Api;

/// <summary>An answer that refuses, as RFC 9457 problem details: type, title, status, detail and a code that stays the same, nothing else.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable word for programs, such as <c>no-such-message</c>.</param>
/// <param name="Title">The kind of problem in a few words.</param>
/// <param name="Detail">What is wrong here and what to do, one sentence. Never text of a message.</param>
public sealed record ApiError(int Status, string Code, string Title, string Detail)
{
    /// <summary>No token and no cookie that stands for somebody.</summary>
    public static ApiError NotSignedIn { get; } =
        new(401, "not-signed-in", "Not signed in", "Send a bearer token, or sign in at the desk.");

    /// <summary>Signed in, without the role.</summary>
    public static ApiError NotAllowed(string detail) => new(403, "not-allowed", "Not allowed", detail);

    /// <summary>The same for an id that never was and for one that this reader may not see.</summary>
    public static ApiError NoSuchMessage { get; } =
        new(404, "no-such-message", "No such message", "No message with this id is on file for you.");

    /// <summary>A caption that asks why.</summary>
    public static ApiError ReasonNeeded { get; } =
        new(
            403,
            "reason-needed",
            "Not without a reason",
            "This message is shown only to who says why: put the reason into the header Chancery-Reason; it is kept in the audit trail."
        );

    /// <summary>No such address.</summary>
    public static ApiError NoSuchAddress { get; } =
        new(404, "no-such-address", "No such address", "Nothing answers here; the addresses stand in /openapi/v1.json.");

    /// <summary>The address does not know the method.</summary>
    public static ApiError WrongMethod { get; } =
        new(405, "wrong-method", "Wrong method", "This address does not take that method; the Allow header names those it takes.");

    /// <summary>The body is larger than the listener takes.</summary>
    public static ApiError TooLarge(long limit) =>
        new(413, "too-large", "Too large", $"The body is larger than {limit:N0} bytes; send fewer messages at a time.");

    /// <summary>What the intake refused.</summary>
    public static ApiError Of(Refusal refusal) =>
        refusal.Code switch
        {
            "too-large" or "too-many" => new ApiError(413, refusal.Code, "Too large", refusal.Sentence),
            "not-a-sender" or "above-your-level" => new ApiError(403, refusal.Code, "Not allowed", refusal.Sentence),
            "storage" or "clock" or "stopping" => new ApiError(503, refusal.Code, "Cannot accept now", refusal.Sentence),
            _ => Bad(refusal.Code, refusal.Sentence),
        };

    /// <summary>A request that cannot be understood.</summary>
    public static ApiError Bad(string code, string detail) => new(400, code, "Bad request", detail);

    /// <summary>A request from another site with the desk's cookie.</summary>
    public static ApiError OtherSite { get; } =
        new(403, "other-site", "Not allowed", "A request with the desk's cookie must come from the desk itself; use a bearer token.");

    /// <summary>A fault of ours.</summary>
    public static ApiError Fault { get; } =
        new(
            500,
            "fault",
            "Fault in the server",
            "The request could not be done; nothing of it was accepted. Try again, then look into the server's log."
        );
}
