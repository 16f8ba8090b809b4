namespace Chancery.Gateways.Circuits;

/// <summary>What goes wrong with a line, in words for the log.</summary>
internal static class Faults
{
    /// <summary>A fault in words: only of kinds whose words never hold what came by the line.</summary>
    public static string Told(Exception fault) =>
        fault
            is IOException
                or System.Net.Sockets.SocketException
                or StoreException
                or System.Security.Authentication.AuthenticationException
            ? fault.Message
            : fault.GetType().Name;
}
