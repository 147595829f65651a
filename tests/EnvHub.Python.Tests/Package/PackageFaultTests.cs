namespace EnvHub.Python.Tests;

[TestFixture]
public class PackageFaultTests : PackageFixture
{
    // What a refused call raised, by its class and the hub's code.
    private const string Catch = """
        import envhub, gymnasium, numpy
        def fault(call):
            try:
                call()
            except Exception as error:
                return type(error).__name__ + " " + getattr(error, "code", "")
            return "none"

        """;

    [Test]
    public void Make_WhatTheHubRefuses_RaisesTheHubsMessage() => Assert.That(Run(Catch + """
        print(fault(lambda: envhub.EnvHubEnv("CartPole-v9")))
        print(fault(lambda: gymnasium.make("envhub/CartPole-v1", gravitation=1)))
        print(fault(lambda: gymnasium.make("envhub/CartPole-v1", tau=-1)))
        print(fault(lambda: gymnasium.make_vec("envhub/CartPole-v1", num_envs=0)))
        print(fault(lambda: envhub.EnvHubEnv("CartPole-v1", render_mode="human")))
        """), Is.EqualTo("HubError EH3032\nHubError EH3510\nHubError EH3510\nHubError EH4653\nHubError EH4651"));

    [Test]
    public void Step_ActionOutsideOrOutOfTurn_RaisesAndTheEnvironmentGoesOn() => Assert.That(Run(Catch + """
        env = envhub.EnvHubEnv("CartPole-v1")
        print(fault(lambda: env.step(0)))
        env.reset(seed=1)
        print(fault(lambda: env.step(2)))
        print(fault(lambda: env.step(2**40)))
        print(fault(lambda: env.step(0.5)))
        while not env.step(0)[2]: pass
        print(fault(lambda: env.step(0)))
        env.reset()
        env.step(0)
        many = envhub.make_vec("CartPole-v1", num_envs=2)
        many.reset(seed=1)
        print(fault(lambda: many.step([0, 2])))
        print(fault(lambda: many.step([0, 2**32])))
        print(fault(lambda: many.step([0.5, 0.5])))
        print(fault(lambda: many.step([0])))
        many.step([0, 1])
        """), Is.EqualTo(
            "HubError EH1103\nHubError EH1102\nHubError EH1102\nTypeError \nHubError EH1122\n"
            + "HubError EH1102\nHubError EH1102\nTypeError \nValueError"));

    [Test]
    public void Make_NoExecutable_SaysWhatWasLookedFor() => Assert.That(Run(Catch + """
        os.environ["ENVHUB_EXECUTABLE"] = "/nowhere/envhub"
        try: envhub.make("CartPole-v1")
        except envhub.HubGone as error: print(error)
        """), Does.Contain("ENVHUB_EXECUTABLE is '/nowhere/envhub', where there is no file."));

    [Test]
    public void Make_ExecutableOfAnother_SaysWhatItAnswered() => Assert.That(Run(Catch + """
        os.environ["ENVHUB_EXECUTABLE"] = "/bin/echo"
        try: envhub.make("CartPole-v1")
        except envhub.HubGone as error: print(error)
        """), Does.StartWith("/bin/echo is no EnvHub: it answered b'serve-envs"));

    [Test]
    public void Make_AnswerOfAProcessThatHasEnded_IsReadBeforeTheEndIsReported() => Assert.That(Run(Catch + """
        os.environ["ENVHUB_EXECUTABLE"] = "/bin/echo"
        from envhub.links import ProcessLink
        send = ProcessLink.send
        def late(link, message):
            link.process.wait()
            send(link, message)
        ProcessLink.send = late
        try: envhub.make("CartPole-v1")
        except envhub.HubGone as error: print(error)
        """), Does.StartWith("/bin/echo is no EnvHub: it answered b'serve-envs"));

    [Test]
    [Platform(Exclude = "Win", Reason = "Python has no Unix-domain sockets there.")]
    public void Make_RefusalOfAListenerThatHasClosed_IsReadBeforeTheEndIsReported() => Assert.That(Run(Catch + """
        import socket, tempfile, threading
        from envhub.links import SocketLink
        with tempfile.TemporaryDirectory(prefix="envhub-") as folder:
            listener, closed = socket.socket(socket.AF_UNIX), threading.Event()
            listener.bind(folder + "/hub")
            listener.listen()
            def refuse():
                client = listener.accept()[0]
                client.sendall(b'{"hub": "EnvHub", "protocol": 1}\n{"error": "EH9999 there is no room."}\n')
                client.close()
                closed.set()
            threading.Thread(target=refuse).start()
            send = SocketLink.send
            def late(link, message):
                closed.wait()
                send(link, message)
            SocketLink.send = late
            print(fault(lambda: envhub.make("CartPole-v1", hub="unix:" + folder + "/hub")))
        """), Is.EqualTo("HubError EH9999"));

    [Test]
    public void Step_HubWasKilled_RaisesInsteadOfWaiting() => Assert.That(Run(Catch + """
        env = envhub.EnvHubEnv("CartPole-v1")
        env.reset(seed=1)
        env._hub._link.process.kill()
        print(fault(lambda: env.step(0)))
        env.close()
        env.close()
        """), Is.EqualTo("HubGone"));

    [Test]
    public void Fork_OfAProcessWithAnEnvironment_LeavesItToTheOneThatMadeIt() => Assert.That(Run(Catch + """
        env = envhub.EnvHubEnv("CartPole-v1")
        env.reset(seed=1)
        child = os.fork()
        if not child:
            told = fault(lambda: env.step(0))
            env.close()
            os._exit(0 if told == "HubError " else 1)
        print(os.waitpid(child, 0)[1], len(env.step(0)[0]))
        env.close()
        print(fault(lambda: env.step(0)))
        """), Is.EqualTo("0 4\nHubGone"));

    [Test]
    public void Reset_AfterClose_PlaysAsGymnasiumsOwnDoes() => Assert.That(Run(Catch + """
        import gymnasium
        ours, theirs = gymnasium.make("envhub/CartPole-v1"), gymnasium.make("CartPole-v1")
        for env in (ours, theirs):
            env.reset(seed=1)
            env.close()
        print(fault(lambda: ours.unwrapped.step(0)))
        seen = [[env.reset(seed=2)[0].tobytes(), *(env.step(action)[0].tobytes() for action in (0, 1, 1))] for env in (ours, theirs)]
        print(seen[0] == seen[1])
        ours.close()
        """), Is.EqualTo("HubGone \nTrue"));

    [Test]
    public void Close_AfterSteps_LeavesNeitherProcessNorMapping() => Assert.That(Run("""
        import envhub, gc, glob
        env = envhub.make_vec("CartPole-v1", num_envs=8)
        env.reset(seed=1)
        process = env._hub._link.process
        assert not glob.glob(f"/dev/shm/envhub-{os.getpid()}-*")
        env.close()
        assert process.returncode == 0, process.returncode
        del env
        gc.collect()
        print("envhub-" in open("/proc/self/maps").read())
        """), Is.EqualTo("False"));

    [Test]
    public void Kill_OfThePythonProcess_EndsTheHubAndLeavesNothing() => Assert.That(Run("""
        import glob, signal, subprocess, time
        program = '''
        import envhub, sys, time
        env = envhub.make_vec("CartPole-v1", num_envs=64)
        env.reset(seed=1)
        print(env._hub._link.process.pid, flush=True)
        while True: env.step([0] * 64)
        '''.replace("\n        ", "\n")
        environment = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))
        client = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=environment)
        hub = int(client.stdout.readline())
        client.send_signal(signal.SIGKILL)
        client.wait()
        def runs(pid):
            try: return open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()[0] != "Z"
            except OSError: return False
        end = time.time() + 120
        while runs(hub) and time.time() < end: time.sleep(0.02)
        print(runs(hub), glob.glob(f"/dev/shm/envhub-{client.pid}-*"))
        """), Is.EqualTo("False []"));
}
