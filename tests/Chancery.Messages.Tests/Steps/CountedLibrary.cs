using System.Reflection;
using System.Runtime.Loader;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using FieldAttributes = Mono.Cecil.FieldAttributes;
using Step = Mono.Cecil.Cil.Instruction;
using TypeAttributes = Mono.Cecil.TypeAttributes;

namespace Chancery.Messages.Tests.Steps;

/// <summary>
/// A copy of the library that counts its own steps: one wherever a method begins or a jump lands, so that every turn of every loop counts, and the
/// bytes that its searches look at. The library itself is not touched and pays nothing.
/// </summary>
internal sealed class CountedLibrary
{
    private readonly object reader;
    private readonly MethodInfo readAll;
    private readonly FieldInfo counter;

    public CountedLibrary()
    {
        var path = typeof(MessageReader).Assembly.Location;
        using var definition = AssemblyDefinition.ReadAssembly(path);
        var module = definition.MainModule;
        var field = AddCounter(module);
        var searches = Searches(module);
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            Count(method, field, searches);
        }
        var bytes = new MemoryStream();
        definition.Write(bytes);
        bytes.Position = 0;
        var assembly = new AssemblyLoadContext("counted", isCollectible: false).LoadFromStream(bytes);
        var type = assembly.GetType(typeof(MessageReader).FullName!)!;
        reader = Activator.CreateInstance(type)!;
        readAll = type.GetMethod("ReadAll", [typeof(ReadOnlyMemory<byte>)])!;
        counter = assembly.GetType("Chancery.Messages.StepCounter")!.GetField("Steps")!;
    }

    /// <summary>How many calls of the runtime's searches were led to counted ones.</summary>
    public int Led { get; private set; }

    /// <summary>The steps of reading an input whole.</summary>
    public long Read(byte[] input)
    {
        var (steps, searched) = (Steps(), CountedSearches.Steps);
        readAll.Invoke(reader, [new ReadOnlyMemory<byte>(input)]);
        return Steps() - steps + CountedSearches.Steps - searched;
    }

    private long Steps() => (long)counter.GetValue(null)!;

    private static FieldDefinition AddCounter(ModuleDefinition module)
    {
        var type = new TypeDefinition(
            "Chancery.Messages",
            "StepCounter",
            TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed,
            module.TypeSystem.Object
        );
        var field = new FieldDefinition("Steps", FieldAttributes.Public | FieldAttributes.Static, module.TypeSystem.Int64);
        type.Fields.Add(field);
        module.Types.Add(type);
        return field;
    }

    private void Count(MethodDefinition method, FieldDefinition field, ILookup<string, MethodReference> searches)
    {
        var body = method.Body;
        body.SimplifyMacros();
        var il = body.GetILProcessor();
        foreach (var call in body.Instructions.Where(i => i.OpCode == OpCodes.Call || i.OpCode == OpCodes.Callvirt).ToList())
        {
            Lead(call, searches);
        }
        var targets = new HashSet<Step> { body.Instructions[0] };
        foreach (var instruction in body.Instructions)
        {
            if (instruction.Operand is Step target)
            {
                targets.Add(target);
            }
            else if (instruction.Operand is Step[] many)
            {
                targets.UnionWith(many);
            }
        }
        var firsts = new Dictionary<Step, Step>();
        foreach (var target in targets)
        {
            Step[] step =
            [
                il.Create(OpCodes.Ldsfld, field),
                il.Create(OpCodes.Ldc_I4_1),
                il.Create(OpCodes.Conv_I8),
                il.Create(OpCodes.Add),
                il.Create(OpCodes.Stsfld, field),
            ];
            firsts[target] = step[0];
            foreach (var instruction in step)
            {
                il.InsertBefore(target, instruction);
            }
        }
        foreach (var instruction in body.Instructions)
        {
            instruction.Operand = instruction.Operand switch
            {
                Step target => firsts[target],
                Step[] many => Array.ConvertAll(many, target => firsts[target]),
                var other => other,
            };
        }
        foreach (var handler in body.ExceptionHandlers)
        {
            handler.TryStart = First(handler.TryStart);
            handler.TryEnd = First(handler.TryEnd);
            handler.HandlerStart = First(handler.HandlerStart);
            handler.HandlerEnd = First(handler.HandlerEnd);
            handler.FilterStart = First(handler.FilterStart);
        }
        body.OptimizeMacros();

        Step? First(Step? of) => of is not null && firsts.TryGetValue(of, out var first) ? first : of;
    }

    /// <summary>Leads a call of a search to the counted one of the same signature, where there is one.</summary>
    private void Lead(Step call, ILookup<string, MethodReference> searches)
    {
        var called = (MethodReference)call.Operand;
        if (called.DeclaringType.FullName is not ("System.MemoryExtensions" or "System.String"))
        {
            return;
        }
        foreach (var search in searches[Signature(called.GetElementMethod())])
        {
            call.OpCode = OpCodes.Call;
            call.Operand = called is GenericInstanceMethod generic ? WithArguments(search, generic) : search;
            Led++;
            return;
        }
    }

    private static GenericInstanceMethod WithArguments(MethodReference search, GenericInstanceMethod generic)
    {
        var made = new GenericInstanceMethod(search);
        foreach (var argument in generic.GenericArguments)
        {
            made.GenericArguments.Add(argument);
        }
        return made;
    }

    private static ILookup<string, MethodReference> Searches(ModuleDefinition module) =>
        typeof(CountedSearches)
            .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName)
            .Select(method => module.ImportReference(method))
            .ToLookup(Signature);

    /// <summary>Name and parameters; of a method of a text the text comes first.</summary>
    private static string Signature(MethodReference method)
    {
        var own = method.HasThis ? [method.DeclaringType.FullName] : Array.Empty<string>();
        var parameters = own.Concat(
            method.Parameters.Select(parameter => parameter.ParameterType.FullName.Replace("!!0", "T", StringComparison.Ordinal))
        );
        return $"{method.Name}({string.Join(',', parameters)})";
    }
}
