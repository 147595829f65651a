using System.Globalization;

namespace EnvHub.Envs.Gymnasium.Tests;

/// <summary>Workers whose hub is killed.</summary>
public sealed class OrphanTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    // In the hub's place: starts a worker, waits for its description or for its word that it is stuck, tells its id, and dies as kill -9 would
    // have it.
    private const string Program = """
        import json, os, signal, subprocess, sys, time
        script, folder, arguments, waits = sys.argv[1:]
        worker = subprocess.Popen([sys.executable, "-B", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        request = {"id": "faulty_envs:Faulty-v0", "path": [folder], "kwargs": json.loads(arguments)}
        worker.stdin.write(json.dumps(request).encode() + b"\n")
        worker.stdin.flush()
        if waits == "yes": worker.stdout.readline()
        else:
            while worker.stderr.readline() not in (b"stuck\n", b""): pass
        print(worker.pid, flush=True)
        if os.fork() == 0: os.kill(os.getppid(), signal.SIGKILL); os._exit(0)
        time.sleep(60)
        """;

    [TestCase("{}", "yes", TestName = "Hub_KilledWhileAWorkerWaits_LeavesNoProcess")]
    [TestCase("""{"fault": "slow start"}""", "no", TestName = "Hub_KilledWhileAWorkerIsStuck_LeavesNoProcess")]
    public void Hub_Killed_LeavesNoProcess(string arguments, string waits)
    {
        string folder = TestContext.CurrentContext.TestDirectory;
        var start = RealPython.WithGymnasium.StartInfo("-c", Program, Path.Combine(folder, "python", "worker.py"), Path.Combine(folder, "Fixtures"), arguments, waits);
        start.RedirectStandardOutput = true;
        using var hub = System.Diagnostics.Process.Start(start)!;
        int worker = int.Parse(hub.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        hub.WaitForExit();
        Assert.That(() => Leftovers.IsAlive(worker), Is.False.After((int)Longest.TotalMilliseconds, 50));
    }
}
