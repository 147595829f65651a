using System.Runtime.InteropServices;
using Python.Runtime;

namespace EnvHub.Envs.Gymnasium;

/// <summary>The interpreter in this process, by Python.NET: one, shared by all tasks, started when the first needs it and never ended.</summary>
/// <remarks>Between calls nobody holds Python's lock, so that several threads may call in turn.</remarks>
internal sealed unsafe class EmbeddedPython
{
    private static readonly Lock Gate = new();
    private static EmbeddedPython? s_started;
    private static LibPython? s_chosen;

    // Python's record of this thread, made once and kept: else each call would make one and throw it away.
    [ThreadStatic]
    private static nint t_thread;

    // Each step takes the lock and makes one call; these make no object, as Python.NET's own do.
    private readonly delegate* unmanaged<int> _ensure;
    private readonly delegate* unmanaged<nint, nint> _call;
    private readonly delegate* unmanaged<nint, void> _drop;
    private readonly delegate* unmanaged<void> _clear;
    private readonly delegate* unmanaged<nint> _saveThread;
    private readonly delegate* unmanaged<nint, void> _restoreThread;

    private EmbeddedPython(LibPython library, PythonInterpreter python)
    {
        Runtime.PythonDLL = library.File;
        PythonEngine.PythonPath = string.Join(Path.PathSeparator, library.ModuleFolders);
        // Ctrl-C stays the hub's.
        PythonEngine.Initialize(setSysArgv: false, initSigs: false);
        nint handle = NativeLibrary.Load(library.File!);
        _ensure = (delegate* unmanaged<int>)NativeLibrary.GetExport(handle, "PyGILState_Ensure");
        _restoreThread = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(handle, "PyEval_RestoreThread");
        _call = (delegate* unmanaged<nint, nint>)NativeLibrary.GetExport(handle, "PyObject_CallNoArgs");
        _drop = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(handle, "Py_DecRef");
        _clear = (delegate* unmanaged<void>)NativeLibrary.GetExport(handle, "PyErr_Clear");
        _saveThread = (delegate* unmanaged<nint>)NativeLibrary.GetExport(handle, "PyEval_SaveThread");
        Prepare(library, python);
        PythonEngine.BeginAllowThreads();
    }

    /// <summary>Finds the library and takes note that it will be the one; starts nothing.</summary>
    /// <exception cref="HubException">EH4401, EH4411 there is none; EH4412 it is another one than this process has.</exception>
    public static void Plan(string id, string? python)
    {
        lock (Gate) Choose(id, WorkerPython.Find(id, python));
    }

    /// <summary>The interpreter, started.</summary>
    /// <exception cref="HubException">Also EH4413 it cannot be started.</exception>
    public static EmbeddedPython Start(string id, string? python)
    {
        lock (Gate)
        {
            var interpreter = WorkerPython.Find(id, python);
            var library = Choose(id, interpreter);
            try
            {
                return s_started ??= new(library, interpreter);
            }
            catch (Exception fault) when (fault is not HubException)   // whatever a library that does not fit brings
            {
                throw GymnasiumErrors.NoInterpreter(id, library.File!, fault);
            }
        }
    }

    /// <summary>Runs <paramref name="work"/> with Python's lock.</summary>
    public T With<T>(Func<T> work)
    {
        Enter();
        try
        {
            return work();
        }
        finally
        {
            _saveThread();
        }
    }

    /// <summary>Calls a function of Python that takes nothing and gives nothing.</summary>
    /// <returns>Whether it returned.</returns>
    public bool TryCall(PyObject function)
    {
        Enter();
        try
        {
#pragma warning disable CS0612 // There is no other way to the address.
            nint result = _call(function.Handle);
#pragma warning restore CS0612
            if (result == 0) _clear();
            else _drop(result);
            return result != 0;
        }
        finally
        {
            _saveThread();
        }
    }

    // Takes Python's lock.
    private void Enter()
    {
        if (t_thread == 0)
        {
            _ = _ensure();
            t_thread = _saveThread();
        }
        _restoreThread(t_thread);
    }

    private static LibPython Choose(string id, PythonInterpreter interpreter)
    {
        if (s_chosen is { } chosen && chosen.Executable != interpreter.Path) throw GymnasiumErrors.OtherInterpreter(id, interpreter.Path, chosen.Executable);
        if (s_chosen is not null) return s_chosen;
        var library = LibPython.Of(interpreter) ?? throw GymnasiumErrors.NoPython(id, interpreter.Path);
        return s_chosen = library.File is not null ? library : throw GymnasiumErrors.NoLibrary(id, library);
    }

    // As a worker's process is: the hub's variables, NumPy 2's arithmetic, the bridge's own modules; what environments print is no output of the hub.
    private static void Prepare(LibPython library, PythonInterpreter python)
    {
        var start = python.StartInfo();
        python.ComputeAsNumPy2(start);
        using var os = Py.Import("os");
        using var variables = os.GetAttr("environ");
        foreach (string name in (string[])["NPY_PROMOTION_STATE", "NPY_DISABLE_CPU_FEATURES"])
            if (start.Environment.TryGetValue(name, out string? value) && value is not null) Set(variables, name, value);
        using var sys = Py.Import("sys");
        using var executable = new PyString(library.Executable);
        sys.SetAttr("executable", executable);
        using var folders = sys.GetAttr("path");
        using var own = new PyString(WorkerPython.ModuleFolder);
        folders.InvokeMethod("insert", new PyInt(0), own).Dispose();
        using var error = sys.GetAttr("stderr");
        sys.SetAttr("stdout", error);
        sys.SetAttr("dont_write_bytecode", PyObject.FromManagedObject(true));
    }

    private static void Set(PyObject variables, string name, string value)
    {
        using PyString key = new(name), text = new(value);
        variables.SetItem(key, text);
    }
}
