namespace EnvHub.Python.Tests;

/// <summary>One running hub that several Python processes reach by its address.</summary>
[TestFixture]
[Platform(Exclude = "Win", Reason = "Python has no Unix-domain sockets there.")]
public class PackageListenTests : PackageFixture
{
    // A hub that listens, and client processes: each line on a client's input steps its environment, and is answered by what it saw.
    private const string Hub = """
        import contextlib, signal, subprocess, tempfile, time
        # Where the tests run in a shell's background SIGINT is ignored, and children inherit that.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        folder = tempfile.TemporaryDirectory(prefix="envhub-")
        path = os.path.join(folder.name, "hub")
        hub = subprocess.Popen([os.environ["ENVHUB_EXECUTABLE"], "serve-envs", "--listen", path, "--hub", root], stderr=subprocess.PIPE, text=True)
        print(hub.stderr.readline(), file=sys.stderr)
        program = '''
        import envhub, sys
        env = envhub.make_vec("CartPole-v1", num_envs=2, **eval(sys.argv[1]))
        env.reset(seed=int(sys.argv[2]))
        for line in sys.stdin:
            seen = env.step([int(line)] * 2)[0]
            print(seen.tobytes().hex(), flush=True)
        '''.replace("\n        ", "\n")
        def client(arguments, seed, **variables):
            environment = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path), **variables)
            return subprocess.Popen([sys.executable, "-c", program, repr(arguments), str(seed)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
        def step(one, action):
            one.stdin.write(f"{action}\n")
            one.stdin.flush()
            return one.stdout.readline().strip()
        def mappings():
            return sum("envhub-" in line and "deleted" in line for line in open(f"/proc/{hub.pid}/maps"))
        def soon(what):
            end = time.time() + 120
            while not what() and time.time() < end: time.sleep(0.02)
            return what()

        """;

    private const string Stop = """

        hub.send_signal(signal.SIGINT)
        print(hub.wait(120), os.path.exists(path))
        folder.cleanup()
        """;

    [Test]
    public void Make_TwoProcessesReachOneHub_EachStepsAnEnvironmentOfItsOwn() => Assert.That(Run(Hub + """
        import gymnasium
        one, other = client(dict(hub="unix:" + path), 3), client({}, 4, ENVHUB_ADDRESS="unix:" + path)
        for seed, process, action in ((3, one, 0), (4, other, 1)):
            theirs = gymnasium.make_vec("CartPole-v1", num_envs=2, vectorization_mode="sync")
            theirs.reset(seed=seed)
            process.expected = [theirs.step([action] * 2)[0].tobytes().hex() for _ in range(4)]
        seen = [(step(one, 0), step(other, 1)) for _ in range(4)]
        print([a for a, _ in seen] == one.expected, [b for _, b in seen] == other.expected, mappings() == 2 or mappings())
        for process in (one, other):
            process.stdin.close()
            process.wait()
        print(soon(lambda: mappings() == 0))
        """ + Stop), Is.EqualTo("True True True\nTrue\n0 False"));

    [Test]
    public void Client_Killed_IsForgottenWhileTheOtherGoesOnAndTheNextIsServed() => Assert.That(Run(Hub + """
        dies, stays = client(dict(hub="unix:" + path), 3), client(dict(hub="unix:" + path), 3)
        step(dies, 0); step(stays, 0)
        dies.kill()
        dies.wait()
        print(soon(lambda: mappings() == 1), len(step(stays, 0)))
        stays.stdin.close()
        stays.wait()
        following = client(dict(hub="unix:" + path), 3)
        print(len(step(following, 0)))
        following.stdin.close()
        following.wait()
        """ + Stop), Is.EqualTo("True 64\n64\n0 False"));

    [Test]
    public void Hub_EndsWithCtrlC_RaisesAtTheClientAndRemovesItsFile() => Assert.That(Run(Hub + """
        import envhub
        env = envhub.make_vec("CartPole-v1", num_envs=2, hub="unix:" + path)
        env.reset(seed=1)
        hub.send_signal(signal.SIGINT)
        print(hub.wait(120), os.path.exists(path))
        try: env.step([0, 0])
        except envhub.HubGone as error: print(error)
        env.close()
        """), Does.StartWith("0 False\nThe hub at unix:").And.EndsWith("Make the environment again."));

    [Test]
    public void Make_NobodyListensThere_SaysWhatToStart() => Assert.That(Run("""
        import envhub
        for address in ("unix:/nowhere/hub", "tcp:localhost:1"):
            try: envhub.make("CartPole-v1", hub=address)
            except envhub.HubError as error: print(type(error).__name__, error)
        """), Is.EqualTo(
            "HubGone No hub listens at unix:/nowhere/hub (No such file or directory). Start one: envhub serve-envs --listen /nowhere/hub\n"
            + "HubError The hub's address is 'tcp:localhost:1'; it must be unix:PATH, the path that 'envhub serve-envs --listen PATH' was given."));

    [TestCase("b'HTTP/1.1 400 Bad Request\\r\\n'", "HubGone no EnvHub")]
    [TestCase("b'{\"hub\": \"EnvHub\", \"protocol\": 99}\\n'", "HubError speaks protocol 99, this package 1")]
    public void Make_SomethingElseListensThere_SaysSo(string greeting, string expected)
    {
        string[] words = expected.Split(' ', 2);
        Assert.That(Run("""
            import envhub, socket, tempfile, threading
            with tempfile.TemporaryDirectory(prefix="envhub-") as folder:
                path = os.path.join(folder, "other")
                listener = socket.socket(socket.AF_UNIX)
                listener.bind(path)
                listener.listen()
                def answer():
                    client = listener.accept()[0]
                    client.sendall(eval(sys.argv[3]))
                    client.close()
                threading.Thread(target=answer, daemon=True).start()
                try: envhub.make("CartPole-v1", hub="unix:" + path)
                except envhub.HubError as error: print(type(error).__name__, error)
            """, greeting), Does.StartWith(words[0]).And.Contain(words[1]));
    }
}
