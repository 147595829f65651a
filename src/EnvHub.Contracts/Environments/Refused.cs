using System.ComponentModel.DataAnnotations;

namespace EnvHub.Contracts;

/// <summary>What a record of settings or options refuses in its <see cref="IValidatableObject.Validate"/>: what may be, and what to do.</summary>
public sealed class Refused : ValidationResult
{
    /// <param name="allowed">What may be there, as after "allowed:"; no sentence.</param>
    /// <param name="message">What to do; a sentence.</param>
    /// <param name="members">The properties at fault; none where it is the record as a whole.</param>
    public Refused(string allowed, string message, params string[] members) : base(message, members) => Allowed = allowed;

    /// <summary>What may be there.</summary>
    public string Allowed { get; }
}
