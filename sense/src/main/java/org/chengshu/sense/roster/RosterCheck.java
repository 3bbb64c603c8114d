package org.chengshu.sense.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.chengshu.sense.Device;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.NewDevice;
import org.chengshu.sense.device.DevicePlacing;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;

/**
 * Makes devices of rows. A row of a device that is registered changes what it has a cell for and leaves the rest; a cell that
 * is empty counts as none. A row is taken whole or not at all. For one file, one thread.
 */
final class RosterCheck {
    private final DeviceRegistry registry;
    private final DevicePlacing placing;
    private final Viewer viewer;
    private final Optional<String> usualProduct;
    private final Map<RosterColumn, String> heads = new HashMap<>();
    private final List<String> tagHeads;
    private final List<String> unknownHeads;
    private final Set<String> coming;
    private final Set<String> seen = new HashSet<>();

    /** A row that can be stored, or what is wrong with it. */
    record Checked(RosterRow row, Optional<Device> device, boolean isNew, List<PlacedFault> faults) {}

    RosterCheck(
            RosterFile file,
            DeviceRegistry registry,
            DevicePlacing placing,
            Viewer viewer,
            Optional<String> usualProduct) {
        this.registry = registry;
        this.placing = placing;
        this.viewer = viewer;
        this.usualProduct = usualProduct;
        file.heads().forEach(head -> RosterColumn.ofHead(head).ifPresent(column -> heads.putIfAbsent(column, head)));
        this.coming = file.rows().stream()
                .flatMap(row -> cell(row, RosterColumn.CODE).stream())
                .collect(Collectors.toSet());
        this.tagHeads = file.heads().stream()
                .filter(head -> head.startsWith(RosterColumn.TAG))
                .toList();
        this.unknownHeads = file.heads().stream()
                .filter(head ->
                        !head.isEmpty() && RosterColumn.ofHead(head).isEmpty() && !head.startsWith(RosterColumn.TAG))
                .toList();
    }

    /** Columns that mean nothing here and are passed over. */
    List<String> unknownHeads() {
        return unknownHeads;
    }

    Checked check(RosterRow row) {
        List<PlacedFault> faults = new ArrayList<>();
        String code = cell(row, RosterColumn.CODE).orElse("");
        Optional<KnownDevice> before = registry.findAny(code);
        if (!code.isEmpty() && !seen.add(code)) {
            faults.add(fault(RosterColumn.CODE, "编码 " + code + " 在文件里出现两次", "the code " + code + " is there twice"));
        }
        if (before.filter(device -> !viewer.may("sense:manage", device.areaPath()))
                .isPresent()) {
            faults.add(fault(RosterColumn.CODE, "编码已被使用", "the code is taken"));
            return new Checked(row, Optional.empty(), false, faults);
        }
        Optional<NewDevice> described = described(row, code, before.map(KnownDevice::device), faults);
        Optional<Device> placed = described.map(device -> placing.place(device, "", viewer, coming::contains, faults));
        return new Checked(row, faults.isEmpty() ? placed : Optional.empty(), before.isEmpty(), named(faults));
    }

    /** Places are the file's own heads. */
    private List<PlacedFault> named(List<PlacedFault> faults) {
        return faults.stream()
                .map(fault -> new PlacedFault(
                        RosterColumn.ofHead(fault.place().replace("/", ""))
                                .map(column -> heads.getOrDefault(column, column.en()))
                                .orElse(fault.place()),
                        fault.detail()))
                .toList();
    }

    private Optional<NewDevice> described(
            RosterRow row, String code, Optional<Device> before, List<PlacedFault> faults) {
        String product = cell(row, RosterColumn.PRODUCT)
                .or(() -> before.map(Device::product))
                .or(() -> usualProduct)
                .orElse("");
        if (product.isEmpty()) {
            faults.add(fault(RosterColumn.PRODUCT, "缺少产品", "the product is missing"));
        }
        before.filter(device -> !device.product().equals(product))
                .ifPresent(device -> faults.add(fault(
                        RosterColumn.PRODUCT,
                        "已登记为 " + device.product() + "，产品不能更改",
                        "it is registered as " + device.product() + ", a device keeps its product")));
        Optional<Lifecycle> lifecycle = lifecycle(row, faults);
        Optional<Position> position = position(row, faults).or(() -> before.flatMap(Device::position));
        try {
            return Optional.of(new NewDevice(
                            code,
                            product.isEmpty() ? "?" : product,
                            title(row, code, before),
                            cell(row, RosterColumn.AREA).or(() -> before.flatMap(Device::area)),
                            position,
                            cell(row, RosterColumn.OWNER).or(() -> before.flatMap(Device::owner)),
                            tags(row, before),
                            lifecycle,
                            cell(row, RosterColumn.PARENT).or(() -> before.flatMap(Device::parent))))
                    .filter(device -> !product.isEmpty());
        } catch (IllegalArgumentException e) {
            faults.add(fault(RosterColumn.CODE, String.valueOf(e.getMessage()), String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private Text title(RosterRow row, String code, Optional<Device> before) {
        Optional<String> zh = cell(row, RosterColumn.TITLE_ZH);
        Optional<String> en = cell(row, RosterColumn.TITLE_EN);
        String usualZh = before.map(device -> device.title().zh()).orElse(en.orElse(code));
        String usualEn = before.map(device -> device.title().en()).orElse(zh.orElse(code));
        return Text.of(zh.orElse(usualZh), en.orElse(usualEn));
    }

    private Optional<Lifecycle> lifecycle(RosterRow row, List<PlacedFault> faults) {
        return cell(row, RosterColumn.LIFECYCLE).flatMap(word -> {
            Optional<Lifecycle> found = Lifecycle.ofWord(word.toLowerCase(java.util.Locale.ROOT));
            for (Lifecycle one : Lifecycle.values()) {
                found = found.isEmpty() && one.title().zh().equals(word) ? Optional.of(one) : found;
            }
            if (found.isEmpty()) {
                faults.add(fault(
                        RosterColumn.LIFECYCLE,
                        "没有生命周期 " + word,
                        "a lifecycle is planned, active, maintenance or retired, not " + word));
            }
            return found;
        });
    }

    private Optional<Position> position(RosterRow row, List<PlacedFault> faults) {
        Optional<String> longitude = cell(row, RosterColumn.LONGITUDE);
        Optional<String> latitude = cell(row, RosterColumn.LATITUDE);
        if (longitude.isEmpty() && latitude.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Position(Double.parseDouble(longitude.orElse("")), Double.parseDouble(latitude.orElse(""))));
        } catch (IllegalArgumentException e) {
            faults.add(fault(
                    longitude.filter(RosterCheck::isNumber).isEmpty() ? RosterColumn.LONGITUDE : RosterColumn.LATITUDE,
                    "经纬度须为成对的数，经度 ±180、纬度 ±90",
                    "a position is two numbers, longitude within 180 and latitude within 90"));
            return Optional.empty();
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]{1,3}([.][0-9]+)?");
    }

    private Map<String, String> tags(RosterRow row, Optional<Device> before) {
        Map<String, String> tags = new HashMap<>(before.map(Device::tags).orElse(Map.of()));
        cell(row, RosterColumn.TAGS).ifPresent(cell -> {
            for (String one : cell.split("[;；]")) {
                int cut = one.indexOf('=');
                if (!one.isBlank()) {
                    tags.put(
                            (cut < 0 ? one : one.substring(0, cut)).strip(),
                            cut < 0 ? "" : one.substring(cut + 1).strip());
                }
            }
        });
        for (String head : tagHeads) {
            if (!row.cell(head).isEmpty()) {
                tags.put(head.substring(RosterColumn.TAG.length()), row.cell(head));
            }
        }
        return tags;
    }

    private Optional<String> cell(RosterRow row, RosterColumn column) {
        return Optional.ofNullable(heads.get(column)).map(row::cell).filter(text -> !text.isEmpty());
    }

    private static PlacedFault fault(RosterColumn column, String zh, String en) {
        return new PlacedFault("/" + column.en(), Text.of(zh, en));
    }
}
