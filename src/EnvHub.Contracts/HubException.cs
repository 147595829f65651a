namespace EnvHub.Contracts;

/// <summary>A caller's mistake, or a fault in what a plugin or a file gave. The message says what is, what may be, and what to do.</summary>
public class HubException : Exception
{
    /// <param name="code">EH and four digits; one per kind of fault.</param>
    /// <param name="message">Subject: what is, with the value; what may be. What to do.</param>
    public HubException(string code, string message) : base($"{code} {message}") => Code = code;

    /// <inheritdoc cref="HubException(string, string)"/>
    public HubException(string code, string message, Exception innerException) : base($"{code} {message}", innerException) => Code = code;

    /// <summary>EH and four digits.</summary>
    public string Code { get; }
}
