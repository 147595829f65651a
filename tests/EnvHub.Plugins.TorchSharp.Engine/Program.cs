using System.Reflection;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

// Runs the tests of one class of this assembly and writes a line per test: its outcome, its name, then what it said.
var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
runner.Load(Assembly.GetExecutingAssembly(), new Dictionary<string, object>());
var result = runner.Run(TestListener.NULL, TestFilter.FromXml($"<filter><class>EnvHub.Plugins.TorchSharp.Engine.{args[0]}</class></filter>"));
Write(result);
return result.FailCount == 0 ? 0 : 1;

static void Write(ITestResult result)
{
    if (result.HasChildren)
        foreach (var child in result.Children) Write(child);
    else Console.WriteLine($"{result.ResultState.Status} {result.Test.Name}{(result.ResultState.Status == TestStatus.Passed ? "" : $": {result.Message?.Trim()}")}{result.Output}");
    if (result.HasChildren && result.ResultState.Site != FailureSite.Child && result.Message is { Length: > 0 } message) Console.WriteLine($"{result.ResultState.Status} {result.Test.Name}: {message}\n{result.StackTrace}");
}
