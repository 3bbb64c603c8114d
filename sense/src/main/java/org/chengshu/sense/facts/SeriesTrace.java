package org.chengshu.sense.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.spi.TraceSource;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Device;
import org.chengshu.sense.Devices;
import org.chengshu.sense.Products;
import org.chengshu.sense.Property;
import org.chengshu.sense.device.DeviceRights;
import org.springframework.stereotype.Component;

/** The lower end of the chain: series, named {@code device:property}. What hangs on them is known further up. */
@Component
final class SeriesTrace implements TraceSource {
    private static final String SERIES = "series";

    private final Devices devices;
    private final Products products;

    SeriesTrace(Devices devices, Products products) {
        this.devices = devices;
        this.products = products;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SERIES);
    }

    @Override
    public Optional<TraceNode> find(TraceRef ref, Viewer viewer) {
        int colon = ref.id().lastIndexOf(':');
        if (!ref.kind().equals(SERIES) || colon < 0 || !viewer.may(DeviceRights.READ)) {
            return Optional.empty();
        }
        String property = ref.id().substring(colon + 1);
        return devices.find(ref.id().substring(0, colon), viewer)
                .filter(device -> viewer.may(DeviceRights.READ, device.areaPath()))
                .flatMap(device -> products.find(device.product())
                        .flatMap(product -> product.find(property))
                        .map(known -> node(ref, device, known)));
    }

    @Override
    public List<TraceLink> links(TraceRef ref, Viewer viewer) {
        return List.of();
    }

    private static TraceNode node(TraceRef ref, Device device, Property property) {
        return new TraceNode(
                ref,
                Text.of(
                        device.title().zh() + " · " + property.title().zh(),
                        device.title().en() + " · " + property.title().en()),
                Optional.empty(),
                Optional.of("/devices/" + device.code() + "?property=" + property.id()));
    }
}
