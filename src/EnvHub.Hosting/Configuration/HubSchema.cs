namespace EnvHub.Hosting;

/// <summary>The JSON schema of hub.json, for editors.</summary>
public static class HubSchema
{
    /// <summary>The schema as text: the form of hub.json, the options of every learner and the settings of every environment.</summary>
    public static string Create(HubCatalog catalog) => throw new NotImplementedException();
}
