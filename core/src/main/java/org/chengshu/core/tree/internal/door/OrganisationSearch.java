package org.chengshu.core.tree.internal.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.SearchEntry;
import org.chengshu.core.spi.SearchHit;
import org.chengshu.core.spi.SearchSource;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

@Component
class OrganisationSearch implements SearchSource {
    private final Organisations organisations;

    OrganisationSearch(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String kind() {
        return "organisation";
    }

    @Override
    public Text title() {
        return Text.of("组织机构", "Organisations");
    }

    @Override
    public String permission() {
        return Access.SIGNED_IN;
    }

    @Override
    public Object stamp() {
        return organisations.list();
    }

    @Override
    public void entries(Optional<Instant> since, Consumer<SearchEntry> to) {
        organisations
                .list()
                .forEach(
                        organisation -> to.accept(SearchEntry.of(organisation.code(), organisation.name(), List.of())));
    }

    @Override
    public List<SearchHit> hits(List<String> ids, Viewer viewer) {
        return ids.stream()
                .flatMap(code -> organisations.find(code).stream())
                .map(this::hit)
                .toList();
    }

    private SearchHit hit(Organisation organisation) {
        Optional<Text> parent =
                organisation.parent().flatMap(organisations::find).map(Organisation::name);
        return new SearchHit(
                kind(),
                organisation.code(),
                organisation.name(),
                Text.of(
                        parent.map(name -> name.zh() + " · ").orElse("") + organisation.code(),
                        parent.map(name -> name.en() + " · ").orElse("") + organisation.code()),
                "/organisations/" + organisation.code());
    }
}
