package org.chengshu.data.standard.element;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.DataError;
import org.chengshu.data.standard.keep.StandardItemStore;
import org.chengshu.data.standard.keep.StandardShelf;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/**
 * The data elements of the moment, in memory. Texts are brought into an element's form by the call
 * {@code element:code=ID} of the standard functions. Safe for many threads.
 */
@Component
public class Elements {
    public static final String KIND = "element";

    private final StandardShelf<Element> shelf;

    Elements(StandardItemStore store, Transactions transactions) {
        this.shelf = new StandardShelf<>(KIND, store, transactions, ElementJson::read);
    }

    public Optional<Element> find(String id) {
        return shelf.find(id);
    }

    public Element get(String id) {
        return find(id).orElseThrow(() -> new Fault(DataError.ELEMENT_NOT_FOUND, "there is no data element " + id));
    }

    /** By id. */
    public List<Element> list() {
        return shelf.list();
    }

    StandardShelf<Element> shelf() {
        return shelf;
    }
}
