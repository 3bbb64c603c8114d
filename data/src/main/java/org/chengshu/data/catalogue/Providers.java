package org.chengshu.data.catalogue;

import java.util.Optional;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisation;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Who may provide resources: the organisations of the city, and the platform itself. Safe for many threads. */
@Component
public class Providers {
    /** A provider and where it lies in both trees. */
    public record Provider(String code, Text name, String path, String areaPath) {}

    private static final String ROOT = "/";
    private static final Provider PLATFORM = new Provider(Entry.PLATFORM, Text.of("城枢平台", "The platform"), ROOT, ROOT);

    private final Organisations organisations;
    private final Areas areas;

    Providers(Organisations organisations, Areas areas) {
        this.organisations = organisations;
        this.areas = areas;
    }

    public Optional<Provider> find(String code) {
        if (code.equals(Entry.PLATFORM)) {
            return Optional.of(PLATFORM);
        }
        return organisations.find(code).map(this::of);
    }

    /** Who owns a dataset: the organisation of that code, else the platform. */
    public Provider owner(String owner) {
        return organisations.find(owner).map(this::of).orElse(PLATFORM);
    }

    /** The organisation at a path of today. */
    public Optional<Provider> at(String path) {
        String[] codes = path.split("/");
        return codes.length == 0 ? Optional.empty() : find(codes[codes.length - 1]);
    }

    public Text name(String code) {
        return find(code).map(Provider::name).orElseGet(() -> Text.of(code, code));
    }

    private Provider of(Organisation organisation) {
        String area =
                organisation.areaCode().flatMap(areas::find).map(Area::path).orElse(ROOT);
        return new Provider(organisation.code(), organisation.name(), organisation.path(), area);
    }
}
