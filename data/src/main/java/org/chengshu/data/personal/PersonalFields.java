package org.chengshu.data.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.data.standard.element.Element;
import org.chengshu.data.standard.element.Elements;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredField;
import org.springframework.stereotype.Component;

/** Which fields are personal: what people said of a field, else what its data element says. */
@Component
class PersonalFields {
    /** Elements whose values name one person by themselves, unless somebody says otherwise. */
    private static final Set<String> NAMING = Set.of("id-card", "mobile");

    private final StoredDatasets datasets;
    private final Elements elements;
    private final PersonalStore store;

    PersonalFields(StoredDatasets datasets, Elements elements, PersonalStore store) {
        this.datasets = datasets;
        this.elements = elements;
        this.store = store;
    }

    List<PersonalField> list() {
        Map<String, PersonalMark> marks = store.marks();
        return datasets.list().stream()
                .flatMap(dataset -> of(dataset, marks).stream())
                .toList();
    }

    List<PersonalField> of(StoredDataset dataset) {
        return of(dataset, store.marks());
    }

    private List<PersonalField> of(StoredDataset dataset, Map<String, PersonalMark> marks) {
        List<PersonalField> personal = new ArrayList<>();
        for (StoredField field : dataset.definition().fields()) {
            Optional<PersonalMark> mark = Optional.ofNullable(marks.get(dataset.id() + "/" + field.name()));
            Optional<Element> element = field.standard().flatMap(elements::find);
            boolean is = mark.map(PersonalMark::personal)
                    .orElse(element.map(Element::personal).orElse(false));
            if (is) {
                Optional<String> identity = mark.isPresent()
                        ? mark.get().identity()
                        : element.map(Element::id).filter(NAMING::contains);
                personal.add(new PersonalField(
                        dataset.id(), field.name(), field.title(), field.type(), identity, mark.isPresent()));
            }
        }
        return personal;
    }
}
