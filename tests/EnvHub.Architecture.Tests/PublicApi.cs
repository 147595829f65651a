using System.Reflection;
using System.Text;

namespace EnvHub.Architecture.Tests;

/// <summary>Writes an assembly's public surface as text: a type per paragraph, a member per line, sorted.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Heading(type)).Append('\n');
            foreach (string member in type.GetMembers(Declared).Where(IsVisible).Select(Line).Order(StringComparer.Ordinal).Distinct())
                text.Append("    ").Append(member).Append('\n');
            text.Append('\n');
        }
        return text.ToString();
    }

    private static string Heading(Type type)
    {
        if (type.IsEnum) return $"enum {Name(type)}";
        string kind = type.IsInterface ? "interface" : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
        var parents = type.GetInterfaces().Where(parent => parent.IsPublic).Select(Name).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parentClass && parentClass != typeof(object) && !type.IsValueType) parents.Insert(0, Name(parentClass));
        return $"{kind} {Name(type)}" + (parents.Count == 0 ? "" : $" : {string.Join(", ", parents)}");
    }

    // What the compiler adds to records is left out: it is no decision of ours.
    private static bool IsVisible(MemberInfo member) => !member.Name.Contains('<', StringComparison.Ordinal) && member switch
    {
        MethodBase { IsSpecialName: true, IsConstructor: false } method => method.Name.StartsWith("op_Implicit", StringComparison.Ordinal) && IsOpen(method),
        MethodBase method => IsOpen(method) && method.Name is not ("PrintMembers" or "ToString" or "GetHashCode" or "Equals" or "Deconstruct"),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsOpen) && property.Name != "EqualityContract",
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        Type nested => nested.IsNestedPublic,
        _ => false,
    };

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{Modifiers(method)}{method.Name}{TypeArguments(method)}({Parameters(method)}) : {Name(method.ReturnType)}",
        PropertyInfo property => $"{Modifiers(property.GetAccessors(true)[0])}{property.Name} : {Name(property.PropertyType)} {{ {Accessors(property)} }}",
        FieldInfo { IsLiteral: true } constant => $"const {constant.Name} = {constant.GetRawConstantValue()}",
        FieldInfo field => $"field {field.Name} : {Name(field.FieldType)}",
        _ => member.ToString()!,
    };

    private static string Modifiers(MethodInfo method) =>
        method.IsStatic ? "static " : method.DeclaringType!.IsInterface ? "" : method.IsAbstract ? "abstract "
        : method is { IsVirtual: true, IsFinal: false } && method.GetBaseDefinition() == method ? "virtual " : "";

    private static string Accessors(PropertyInfo property) =>
        string.Join(" ", property.GetAccessors(nonPublic: true).Where(IsOpen).Select(accessor =>
            accessor.ReturnType != typeof(void) ? "get;"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") ? "init;" : "set;"));

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.IsIn ? "in " : parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "null"}" : "")}"));

    private static string TypeArguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return $"{Name(type.GetElementType()!)}[]";
        if (!type.IsGenericType) return type.Name;
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
