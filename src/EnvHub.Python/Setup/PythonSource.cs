namespace EnvHub.Python;

/// <summary>Where packages come from.</summary>
public enum PythonSource
{
    /// <summary>The first of the others that works.</summary>
    Any,

    /// <summary>A virtual environment, filled from a Python package index.</summary>
    Pip,

    /// <summary>The distribution's packages, for its own Python: Debian and what derives from it.</summary>
    Debian,
}
