using System.Buffers;
using System.Text;
using System.Text.Json;
using Chancery.Messages;
using Chancery.Messages.Json;

// Reads, checks, writes and prints an invented message: every table and every path that could need what trimming takes away. EXERCISE.
var input =
    "PP RVEHAA\nDE RVEHBB #0817 2731221\nZNY CCCCC\nP 291221Z SEP 08\nFM LEGATION NORTHPORT\nTO RVEHAA/MINFOR HOMECITY\nBT\n"
    + "C O N F I D E N T I A L\nEXERCISE TEXT.\nBT\n#0817\nNNNN\n";
var message = new MessageReader().ReadAll(Encoding.ASCII.GetBytes(input))[0];
var written = new MessageWriter().Write(message, Profile.Acp128);
var json = new ArrayBufferWriter<byte>();
using (var writer = new Utf8JsonWriter(json))
{
    MessageJson.Write(writer, written.Transmissions[0], "-");
}
Console.WriteLine(Encoding.UTF8.GetString(json.WrittenSpan));
return written.IsWritten && written.Transmissions[0].Profile == Profile.Acp128 ? 0 : 1;
