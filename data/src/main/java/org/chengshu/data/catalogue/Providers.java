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
    public record ResourceProvider(String code, Text name, String path, String areaPath) {}

    private static final String ROOT = "/";
    private static final ResourceProvider PLATFORM =
            new ResourceProvider(Entry.PLATFORM, Text.of("城枢平台", "The platform"), ROOT, ROOT);

    private final Organisations organisations;
    private final Areas areas;

    Providers(Organisations organisations, Areas areas) {
        this.organisations = organisations;
        this.areas = areas;
    }

    public Optional<ResourceProvider> find(String code) {
        if (code.equals(Entry.PLATFORM)) {
            return Optional.of(PLATFORM);
        }
        return organisations.find(code).map(this::of);
    }

    /** Who owns a dataset: the organisation of that code, else the platform. */
    public ResourceProvider owner(String owner) {
        return organisations.find(owner).map(this::of).orElse(PLATFORM);
    }

    /** The organisation at a path of today. */
    public Optional<ResourceProvider> at(String path) {
        String[] codes = path.split("/");
        return codes.length == 0 ? Optional.empty() : find(codes[codes.length - 1]);
    }

    public Text name(String code) {
        return find(code).map(ResourceProvider::name).orElseGet(() -> Text.of(code, code));
    }

    private ResourceProvider of(Organisation organisation) {
        String area =
                organisation.areaCode().flatMap(areas::find).map(Area::path).orElse(ROOT);
        return new ResourceProvider(organisation.code(), organisation.name(), organisation.path(), area);
    }
}
