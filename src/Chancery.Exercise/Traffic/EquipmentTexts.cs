namespace Chancery.Exercise.Traffic;

using Forms;
using Words;

/// <summary>What the messages of an equipment thread say.</summary>
internal static class EquipmentTexts
{
    public static ImmutableArray<DraftParagraph> Request(EquipmentThread thread, string reason) =>
        [
            new($"The post requests {List(thread.Items)} for the {thread.Unit} at {thread.Place}. {reason}") { Label = "summary" },
            new(
                $"The items are wanted not later than {Prose.Date(thread.Wanted)}. The unit has trained drivers and "
                    + $"operators and can receive "
                    + "the equipment at its own yard. Spare parts for one year should be included."
            )
            {
                Heading = "WHAT IS NEEDED",
            },
            new("The capital is asked to confirm quantities and a date of delivery.") { Label = "action request" },
        ];

    public static ImmutableArray<DraftParagraph> Question(EquipmentThread thread) =>
        [
            new(
                $"The request for {Names(thread)} is with this ministry. Before it can go forward the post is asked to "
                    + $"name the commander of "
                    + $"the {thread.Unit}, the place of storage and the cost of fuel for a year."
            ),
            new("Please answer within ten days.") { Label = "action request" },
        ];

    public static ImmutableArray<DraftParagraph> Supplement(EquipmentThread thread, string commander) =>
        [
            new(
                $"The {thread.Unit} is commanded by {commander}. The equipment will be stored at {thread.Place} behind "
                    + $"a guarded fence. Fuel for "
                    + "a year is in the budget of the unit."
            ),
            new($"The need for {List(thread.Items)} stands as asked."),
        ];

    public static ImmutableArray<DraftParagraph> Promise(EquipmentThread thread, DateOnly date) =>
        [
            new(
                $"Exercise authority 12 is given for {Promised(thread)} for the {thread.Unit}. Delivery at "
                    + $"{thread.Place} is promised by {Prose.Date(date)}."
            ),
            new("The post may tell the unit. No other quantity may be named to anybody until the shipment has left."),
        ];

    public static ImmutableArray<DraftParagraph> Refusal(EquipmentThread thread) =>
        [
            new(
                $"The request for {Names(thread)} cannot be met this year. No funds are left under exercise authority 12, and the "
                    + $"{thread.Unit} is not on the list of units."
            ),
            new("The post may ask again when the next call is open.", IsLow: true),
        ];

    public static ImmutableArray<DraftParagraph> Reminder(EquipmentThread thread) =>
        [
            new(
                $"The post recalls its request for {Names(thread)}. Nothing has arrived at {thread.Place}, and the day "
                    + $"by which the items were "
                    + $"wanted was {Prose.Date(thread.Wanted)}."
            ),
            new("Please say when delivery can be expected.") { Label = "action request" },
        ];

    public static ImmutableArray<DraftParagraph> Shipment(EquipmentThread thread, string ship) =>
        [
            new(
                $"{Promised(thread)} for the {thread.Unit} were loaded in {ship} and left "
                    + $"{World.Stations.Logistics.Plad} for {thread.Place}."
            ),
            new("Consignee counts all packages and reports shortages within two days of arrival."),
        ];

    public static ImmutableArray<DraftParagraph> Receipt(EquipmentThread thread, ImmutableArray<int> arrived, bool isWhole) =>
        [
            new(
                $"The post counted {List([.. thread.Items.Select((item, i) => (item.Name, arrived[i]))])} at "
                    + $"{thread.Place}. They were handed over "
                    + $"to the {thread.Unit} against signature."
            ),
            new(
                isWhole
                    ? "Nothing is missing. The post regards the request as met."
                    : "The rest has not arrived. The post asks for a tracer."
            ),
        ];

    private static string Promised(EquipmentThread thread) => List([.. thread.Items.Select((item, i) => (item.Name, thread.Promised[i]))]);

    private static string Names(EquipmentThread thread) => string.Join(" and ", thread.Items.Select(item => item.Name));

    private static string List(ImmutableArray<(string Name, int Quantity)> items) =>
        string.Join(" and ", items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Quantity} {item.Name}")));
}
