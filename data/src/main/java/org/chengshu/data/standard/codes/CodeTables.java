package org.chengshu.data.standard.codes;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.DataError;
import org.chengshu.data.standard.keep.StandardItemStore;
import org.chengshu.data.standard.keep.StandardShelf;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** The code tables of the moment, in memory. Safe for many threads. */
@Component
public class CodeTables {
    public static final String KIND = "codes";

    private final StandardShelf<CodeTable> shelf;

    CodeTables(StandardItemStore store, Transactions transactions) {
        this.shelf = new StandardShelf<>(KIND, store, transactions, CodeTableJson::read);
    }

    public Optional<CodeTable> find(String id) {
        return shelf.find(id);
    }

    public CodeTable get(String id) {
        return find(id).orElseThrow(() -> new Fault(DataError.CODE_TABLE_NOT_FOUND, "there is no code table " + id));
    }

    public List<CodeTable> list() {
        return shelf.list();
    }

    StandardShelf<CodeTable> shelf() {
        return shelf;
    }
}
