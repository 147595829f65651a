using static System.FormattableString;

namespace EnvHub.Contracts;

/// <content>Messages of the spaces that came with composite values and element types: EH1011 to EH1029, and EH1120.</content>
internal static partial class ContractErrors
{
    public static HubException WrongValueType(string space, object? value, string needed) => new("EH1011",
        $"{space}: a value is {(value is null ? "null" : $"of type {value.GetType().Name}")}; the space's values are {needed}. Give a value of that type.");

    public static HubException NotFlattenable(string space) => new("EH1012",
        $"{space}: its values differ in size, so they have no elements and no flattened form. Use a space of fixed size, or the values themselves.");

    public static HubException BadSpaceJson(string path, string fault) => new("EH1013",
        $"space in JSON, at {path}: {fault} Write a space as {{\"type\":\"Box\",\"shape\":[4],\"dtype\":\"float32\",\"low\":-1,\"high\":1}}; its README lists every kind.");

    public static HubException BadValueJson(string space, string fault) => new("EH1014",
        $"{space}: {fault} Write a value as Gymnasium's to_jsonable does.");

    public static HubException WrongMaskType(string space, object mask, string needed) => new("EH1015",
        $"{space}: the mask is of type {mask.GetType().Name}; it takes {needed}. Give the mask or the probabilities in that form.");

    public static HubException BadLengths(string space) => new("EH1015",
        $"{space}: the mask's list of lengths is empty or holds a negative one; it must hold at least one, each at least 0. Give the lengths that may be drawn, or null for any.");

    public static HubException RangeTooWide(string space, int index, double low, double high) => new("EH1016", Invariant(
        $"{space}: component {index} from {low} to {high} spans more than a double holds; such a range cannot be drawn from uniformly. Narrow the bounds, or open a side."));

    public static HubException BadElementType(string space, string type, string needed) => new("EH1017",
        $"{space}: the element type is {type}; it must be {needed}.");

    public static HubException BadOpenSide(string space, int index, string type) => new("EH1018",
        $"{space}: component {index} is marked as open, which {type} cannot be; signed integers can, and a float's infinity says it by itself. Give bounds only.");

    public static HubException BadTextLengths(int minLength, int maxLength) => new("EH1019",
        $"TextSpace: lengths {minLength} to {maxLength}; the smallest must be at least 0 and the largest not below it.");

    public static HubException BadCharacters(string fault) => new("EH1020",
        $"TextSpace: {fault} Give every character that a text may hold once.");

    public static HubException NoCharacters(string space) => new("EH1021",
        $"{space}: no character may be drawn, and texts have at least one. Allow a character, or texts of length 0.");

    public static HubException BadTextLength(string space, int length) => new("EH1022",
        $"{space}: the mask asks for length {length}, which the space does not contain.");

    public static HubException NoSpaces(string space) => new("EH1023", $"{space}: there is no space to choose from. Give at least one.");

    public static HubException KeyTwice(string key) => new("EH1024", $"DictSpace: the key '{key}' is given twice. Give each key once.");

    public static HubException BadGraphPart(string part, string space) => new("EH1025",
        $"GraphSpace: the {part} space is {space}; it must be a Box or Discrete.");

    public static HubException BadGraphSize(string space, string part, int count, int least) => new("EH1026",
        $"{space}: {count} {part} were asked for; it takes at least {least}.");

    public static HubException ActionsNotFlattenable(string environment, string space) => new("EH1120",
        $"{environment}: the action space is {space}, whose values differ in size; the hub's buffers hold actions of one size. Use a space of fixed size.");

    public static HubException OutsideElementType(string space, string type, long count, long start) => new("EH1003",
        $"{space}: {count} values from {start} do not fit {type}. Give a wider element type, a smaller start or fewer values.");
}
