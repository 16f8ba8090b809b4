using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Chancery.Storage.Sqlite;

/// <summary>
/// A prepared statement that takes its values without boxing them: for what is done once for every message. Used by one thread at a time.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int OnStack = 512;
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt prepared;

    public Statement(SqliteConnection connection, string sql)
    {
        this.connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(this.connection, sql, out prepared));
    }

    public Statement Bind(int place, long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(prepared, place, number) : raw.sqlite3_bind_null(prepared, place));
        return this;
    }

    public Statement Bind(int place, bool value) => Bind(place, value ? 1 : 0);

    public Statement Bind(int place, string? value)
    {
        if (value is null)
        {
            Check(raw.sqlite3_bind_null(prepared, place));
            return this;
        }
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Span<byte> text = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        return BindText(place, text[..Encoding.UTF8.GetBytes(value, text)]);
    }

    public Statement BindText(int place, ReadOnlySpan<byte> utf8)
    {
        // An empty span has no address, which SQLite takes for NULL.
        Check(utf8.IsEmpty ? raw.sqlite3_bind_text(prepared, place, "") : raw.sqlite3_bind_text(prepared, place, utf8));
        return this;
    }

    public Statement BindBlob(int place, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(prepared, place, 0) : raw.sqlite3_bind_blob(prepared, place, value));
        return this;
    }

    public Statement BindBlob(int place, byte[]? value)
    {
        if (value is not null)
        {
            return BindBlob(place, value.AsSpan());
        }
        Check(raw.sqlite3_bind_null(prepared, place));
        return this;
    }

    /// <summary>Runs it; true where it answers a row.</summary>
    public bool Run()
    {
        var done = raw.sqlite3_step(prepared);
        if (done is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            try
            {
                Check(done);
            }
            finally
            {
                raw.sqlite3_reset(prepared);
            }
        }
        raw.sqlite3_reset(prepared);
        return done == raw.SQLITE_ROW;
    }

    /// <summary>Moves to the next row; false behind the last, where it begins anew. Whoever stops before says <see cref="Reset"/>.</summary>
    public bool Step()
    {
        var done = raw.sqlite3_step(prepared);
        if (done == raw.SQLITE_ROW)
        {
            return true;
        }
        raw.sqlite3_reset(prepared);
        if (done != raw.SQLITE_DONE)
        {
            Check(done);
        }
        return false;
    }

    /// <summary>Begins anew.</summary>
    public void Reset() => raw.sqlite3_reset(prepared);

    /// <summary>A number of the row; columns from 0.</summary>
    public long Long(int column) => raw.sqlite3_column_int64(prepared, column);

    /// <summary>The bytes of the row, until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(prepared, column);

    /// <summary>What <paramref name="read"/> makes of each row, in order.</summary>
    public List<T> All<T>(Func<Statement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (Step())
            {
                rows.Add(read(this));
            }
        }
        finally
        {
            Reset();
        }
        return rows;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(prepared, column) == raw.SQLITE_NULL;

    public int Int(int column) => raw.sqlite3_column_int(prepared, column);

    public string Text(int column) => raw.sqlite3_column_text(prepared, column).utf8_to_string();

    public void Dispose() => prepared.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection);
}
