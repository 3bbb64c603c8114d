package org.chengshu.data.tag;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.DataError;
import org.chengshu.data.standard.keep.StandardItemStore;
import org.chengshu.data.standard.keep.StandardShelf;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** The tags of the moment, in memory. */
@Component
class Tags {
    static final String KIND = "tag";

    private final StandardShelf<Tag> shelf;

    Tags(StandardItemStore store, Transactions transactions) {
        this.shelf = new StandardShelf<>(KIND, store, transactions, TagJson::read);
    }

    Optional<Tag> find(String id) {
        return shelf.find(id);
    }

    Tag get(String id) {
        return find(id).orElseThrow(() -> new Fault(DataError.TAG_NOT_FOUND, "there is no tag " + id));
    }

    List<Tag> list() {
        return shelf.list();
    }

    StandardShelf<Tag> shelf() {
        return shelf;
    }
}
