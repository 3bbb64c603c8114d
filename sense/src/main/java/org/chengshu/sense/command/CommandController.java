package org.chengshu.sense.command;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.live.Live;
import org.chengshu.core.sheets.ListSheet;
import org.chengshu.core.sheets.SheetSource;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Devices;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

@RestController
final class CommandController implements SheetSource {
    private static final String PATH = "/api/sense/v1/devices/{code}/commands";
    private static final String SEND = "sense:command";
    private static final String READ = "sense:read";

    private final CommandDesk desk;
    private final CommandStore store;
    private final Devices devices;
    private final DeviceRegistry registry;
    private final Live live;

    CommandController(CommandDesk desk, CommandStore store, Devices devices, DeviceRegistry registry, Live live) {
        this.desk = desk;
        this.store = store;
        this.devices = devices;
        this.registry = registry;
        this.live = live;
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.CREATED)
    @Access(value = SEND, audit = "device.commanded")
    CommandView send(@PathVariable("code") String code, @RequestBody JsonNode body, Viewer viewer) {
        KnownDevice device = registry.find(code)
                .filter(known -> viewer.may(SEND, known.device().areaPath()))
                .orElseThrow(() -> new Fault(SenseError.DEVICE_NOT_FOUND, "there is no device " + code));
        return desk.send(device, body, viewer);
    }

    @GetMapping(PATH)
    @Access(value = READ, audit = Access.NOT_AUDITED)
    CursorPage<CommandView> list(
            @PathVariable("code") String code,
            @RequestParam("state") Optional<String> state,
            Cursor cursor,
            Viewer viewer) {
        return store.list(seen(code, viewer).id(), code, state.map(CommandController::stateOf), cursor);
    }

    @GetMapping(PATH + "/{id}")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    CommandView get(@PathVariable("code") String code, @PathVariable("id") int id, Viewer viewer) {
        return store.find(seen(code, viewer).id(), code, id)
                .orElseThrow(() -> new Fault(SenseError.COMMAND_NOT_FOUND, code + " has no command " + id));
    }

    @GetMapping(PATH + "/live")
    @Access(value = READ, audit = Access.NOT_AUDITED)
    SseEmitter live(@PathVariable("code") String code, Viewer viewer) {
        seen(code, viewer);
        return live.stream(viewer, READ, CommandDesk.topic(code));
    }

    private KnownDevice seen(String code, Viewer viewer) {
        devices.get(code, viewer);
        return registry.find(code).orElseThrow();
    }

    private static CommandState stateOf(String word) {
        try {
            return CommandState.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw new Fault(CoreError.BAD_REQUEST, "no state of a command is called " + word, e);
        }
    }

    @Override
    public List<ListSheet<?>> sheets() {
        return List.of(ListSheet.of(CommandView.class, PATH, "设备命令", "Commands")
                .with("编号", "Id", CommandView::id)
                .with("功能", "Function", CommandView::name)
                .with("参数", "Arguments", view -> view.arguments().toString())
                .with("状态", "State", view -> view.state().word())
                .with("下发人", "Sent by", CommandView::createdBy)
                .with("创建时间", "Created", CommandView::createdAt)
                .with("发送时间", "Sent", CommandView::sentAt)
                .with("回复时间", "Answered", CommandView::answeredAt)
                .with("回复", "Reply", view -> view.reply().map(JsonNode::toString))
                .with("原因", "Error", CommandView::error));
    }
}
