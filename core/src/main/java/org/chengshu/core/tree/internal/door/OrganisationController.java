package org.chengshu.core.tree.internal.door;

import java.time.Instant;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.ETags;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.core.tree.internal.nodes.Tree;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/core/v1/organisations")
class OrganisationController extends TreeDoor<Organisation> {
    private final Organisations organisations;

    OrganisationController(Organisations organisations, TreeWork work) {
        super(Tree.ORGANISATION, work);
        this.organisations = organisations;
    }

    @GetMapping
    @Access(
            value = Access.SIGNED_IN,
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "everybody knows the areas and organisations of his city")
    CursorPage<Organisation> list(@RequestParam Optional<Instant> at) {
        return new CursorPage<>(at.map(organisations::asOf).orElseGet(organisations::list), Optional.empty());
    }

    @Override
    Organisation get(String code) {
        return organisations.get(code);
    }

    @Override
    String tag(Organisation organisation) {
        return ETags.of(organisation.version());
    }
}
