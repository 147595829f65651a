using System.Text.Json.Serialization;

namespace EnvHub.Hosting;

/// <summary>How records are written to files.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(ReturnsConverter), typeof(NameConverter<TrialState>), typeof(NameConverter<LearnerScope>)])]
[JsonSerializable(typeof(TrialResult))]
[JsonSerializable(typeof(EvaluationPlan))]
[JsonSerializable(typeof(CheckpointOptions))]
[JsonSerializable(typeof(Provenance))]
internal sealed partial class HostingJson : JsonSerializerContext;
