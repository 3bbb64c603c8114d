package org.chengshu.data.capture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;

/** Reads messages of pgoutput, as PostgreSQL's manual lays them down ("Logical Replication Message Formats"). Pure. */
final class MessageReader {
    private final ByteBuffer in;

    private MessageReader(ByteBuffer in) {
        this.in = in;
    }

    /** Faults with {@code FEED_FAULTY} when the bytes are no such message. */
    static Message read(ByteBuffer bytes) {
        try {
            return new MessageReader(bytes.duplicate()).message();
        } catch (BufferUnderflowException
                | NegativeArraySizeException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            throw new Fault(DataError.FEED_FAULTY, "a message of the replication ends before its end", e);
        }
    }

    private Message message() {
        return switch ((char) in.get()) {
            case 'B' -> new Message.Begin();
            case 'C' -> commit();
            case 'R' -> relation();
            case 'I' -> insert();
            case 'U' -> update();
            case 'D' -> delete();
            case 'T' -> truncate();
            default -> new Message.Other();
        };
    }

    private Message commit() {
        in.get();
        in.getLong();
        return new Message.Commit(in.getLong());
    }

    private Message relation() {
        int id = in.getInt();
        String schema = name();
        String table = name();
        in.get();
        int count = in.getShort();
        List<Message.Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean key = (in.get() & 1) != 0;
            String name = name();
            int type = in.getInt();
            in.getInt();
            columns.add(new Message.Column(name, key, type));
        }
        return new Message.Relation(id, schema, table, List.copyOf(columns));
    }

    private Message insert() {
        int relation = in.getInt();
        expect('N');
        return new Message.Insert(relation, tuple());
    }

    private Message update() {
        int relation = in.getInt();
        char kind = (char) in.get();
        if (kind == 'N') {
            return new Message.Update(relation, Optional.empty(), tuple());
        }
        Message.Tuple former = tuple();
        expect('N');
        return new Message.Update(relation, Optional.of(former), tuple());
    }

    private Message delete() {
        int relation = in.getInt();
        in.get();
        return new Message.Delete(relation, tuple());
    }

    private Message truncate() {
        int count = in.getInt();
        in.get();
        List<Integer> relations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            relations.add(in.getInt());
        }
        return new Message.Truncate(List.copyOf(relations));
    }

    private Message.Tuple tuple() {
        int count = in.getShort();
        List<Message.Cell> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add(cell());
        }
        return new Message.Tuple(cells);
    }

    private Message.Cell cell() {
        char kind = (char) in.get();
        return switch (kind) {
            case 'n' -> new Message.Cell.Null();
            case 'u' -> new Message.Cell.Unchanged();
            case 't' -> new Message.Cell.Value(text(in.getInt()));
            default -> throw new IllegalArgumentException("no cell begins with " + kind);
        };
    }

    private String text(int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String name() {
        int end = in.position();
        while (in.get(end) != 0) {
            end++;
        }
        String name = text(end - in.position());
        in.get();
        return name;
    }

    private void expect(char wanted) {
        if (in.get() != wanted) {
            throw new IllegalArgumentException("expected " + wanted);
        }
    }
}
