package org.yiping.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A city of two districts with four cells and one person for each post: enough for every rule of the server.
public final class SmallCity {
    /// In the cell of the first district.
    public static final double[] WEST = {104.002, 30.002};
    /// In the cell of the second district.
    public static final double[] EAST = {104.012, 30.002};

    private SmallCity() {}

    /// Writes the city's files and returns their folder.
    public static Path in(Path parent) {
        Path folder = parent.resolve("city");
        try {
            Files.createDirectories(folder.resolve("layers"));
            Files.writeString(folder.resolve("city.yaml"), SETTINGS);
            Files.writeString(folder.resolve("areas.csv"), AREAS);
            Files.writeString(folder.resolve("departments.csv"), DEPARTMENTS);
            Files.writeString(folder.resolve("people.csv"), PEOPLE);
            Files.writeString(folder.resolve("cameras.csv"), CAMERAS);
            Files.writeString(folder.resolve("sensors.csv"), SENSORS);
            Files.writeString(folder.resolve("components.csv"), COMPONENTS);
            Files.writeString(folder.resolve("duty-grid.csv"), DUTIES);
            Files.writeString(folder.resolve("layers/cell.geojson"), CELLS);
            Files.writeString(folder.resolve("automation.json"), RULES);
            Files.writeString(folder.resolve("receipts.json"), LADDER);
            Files.writeString(folder.resolve("roster.csv"), ROSTER);
            Files.writeString(folder.resolve("video.json"), VIDEO);
            Files.writeString(folder.resolve("contacts.csv"), "department,phone\nd1,13900001111\n");
            Files.writeString(folder.resolve("layers/road.geojson"), ROADS);
            Files.writeString(folder.resolve("inspection.yaml"), INSPECTION);
            Files.createDirectories(folder.resolve("catalogue"));
            Files.writeString(folder.resolve("catalogue/sop.csv"), STEPS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private static final String SETTINGS = """
            name: 小城
            code: "990100"
            zone: Asia/Shanghai
            simulated: true
            notice: made up
            attribution: "© nobody"
            datum: WGS 84
            extent: [104.0, 30.0, 104.2, 30.2]
            caseNumber: "{kind}{class}{date}{seq4}"
            promises: {link: 10, people: 60, kpis: 60, cameras: 3}
            calendar:
              version: cal-1
              hours: ["08:00-12:00", "14:00-18:00"]
              weekend: [SATURDAY, SUNDAY]
              holidays: []
              makeUpDays: []
              years: [2025, 2026, 2027, 2028]
            catalogueVersion: c-1
            """;
    /// On alarms alone, which no other test raises.
    private static final String RULES = """
            {"version": "auto-1", "rules": [
              {"id": "accept-alarms", "name": "智能告警自动受理", "nameEnglish": "Accept alarms",
               "act": {"action": "pass", "post": "acceptor"},
               "when": {"sources": ["alarm"], "classes": ["E-01"], "confidence": 0.9},
               "perHour": 30, "veto": "PT30S", "missed": "ASK"},
              {"id": "dispatch-alarms", "name": "告警自动派遣", "nameEnglish": "Dispatch alarms",
               "act": {"action": "dispatch", "post": "dispatcher", "department": "d1"},
               "when": {"sources": ["alarm"]},
               "perHour": 2, "veto": "PT30S", "missed": "ACT"}
            ]}
            """;
    private static final String VIDEO = """
            {"version": "video-1",
             "captures": {"window": "PT30M", "late": "PT10M", "kept": "PT4H",
              "classes": [
               {"alarm": "890", "name": "暴露垃圾", "classCode": "E-0110", "threshold": 0.6},
               {"alarm": "882", "name": "店外经营", "classCode": "E-0107", "threshold": 0.6},
               {"alarm": "895", "name": "垃圾箱满溢", "classCode": "E-0112", "threshold": 0.8, "window": "PT1M"}],
              "reasons": [{"code": "false", "name": "误报", "nameEnglish": "False alarm"}]},
             "speaking": {"hours": [{"from": "00:00", "until": "12:00"}, {"from": "12:00", "until": "00:00"}],
              "repeats": 3, "volume": 80, "pause": "PT5M", "checkAfter": "PT10M"},
             "ranks": ["leader", "duty-leader", "dispatcher"]}
            """;
    private static final String ROSTER = """
            version,from,shift,english,begins,ends,days,post,people
            r-1,2026-01-01,白班,Day,08:00,20:00,,acceptor,p-acc;p-west
            r-1,2026-01-01,白班,Day,08:00,20:00,,duty-leader,p-lead
            r-1,2026-01-01,夜班,Night,20:00,08:00,,duty-leader,p-rel
            """;
    private static final String LADDER = """
            {"version": "ladder-1", "rungs": [
              {"channel": "terminal", "sent": "PT30S", "delivered": "PT1M", "opened": "PT5M", "accepted": "PT15M"},
              {"channel": "sms", "sent": "PT1M", "delivered": "PT2M", "accepted": "PT10M"},
              {"channel": "call", "delivered": "PT5M", "accepted": "PT15M"}
            ]}
            """;
    /// Of a class that no other test takes further.
    private static final String STEPS = """
            kind,code,step,text_zh,text_en,before,required
            event,0508,1,先断电再靠近,switch it off before anybody comes near,finish,yes
            event,0508,2,通知产权单位,tell the owner,,
            """;
    private static final String AREAS = """
            code,name,level,parent,longitude,latitude
            990100,小城,city,,104.01,30.005
            990101,西区,district,990100,104.005,30.005
            990102,东区,district,990100,104.015,30.005
            99010100100101,西一,cell,990101,104.005,30.005
            99010200100101,东一,cell,990102,104.015,30.005
            """;
    private static final String DEPARTMENTS = """
            id,name,classes,areas
            d1,环卫所,,
            d2,市政所,,
            d3,水务公司,C-0102;C-0103,
            """;
    private static final String PEOPLE = """
            id,name,posts,areas,department,account
            p-col,张采,collector,,,collector
            p-acc,李受,acceptor,,,acceptor
            p-west,王西,acceptor,990101,,west
            p-lead,赵值,duty-leader,,,leader
            p-rel,陈值,duty-leader,,,relief
            p-dis,钱派,dispatcher,,,dispatcher
            p-d1,孙环,department,,d1,depart1
            p-d2,周市,department,,d2,depart2
            p-sup,吴督,supervisor,,,supervisor
            p-chief,冯领,leader,,,chief
            p-wall,大屏,wall,,,wall
            p-adm,郑管,administrator,,,boss
            p-dev,模拟,simulator-device,,,device
            p-east,冯东,department,990102,d1,
            """;
    private static final String CAMERAS = """
            id,name,longitude,latitude,heading,view,kind,online,simulated,main,sub,width,height,fps,abilities
            51010000001320000001,路口一,104.003,30.003,90,60,ball,true,true,${cameras}/a.ts,${cameras}/a-sub.ts,1280,720,25,ptz;presets;speaker
            51010000001320000002,路口二,104.013,30.003,90,60,ball,true,true,${cameras}/b.ts,${cameras}/b-sub.ts,1280,720,25,ptz
            """;
    /// The east's stands in its area by its place.
    private static final String SENSORS = """
            id,kind,name,longitude,latitude,area,unit,warning,alarm,simulated
            sensor-west,gas,西一燃气,104.004,30.003,99010100100101,%LEL,10,20,true
            sensor-east,water-pressure,东一水压,104.014,30.003,,kPa,200,140,true
            """;
    private static final String COMPONENTS = """
            id,class,name,longitude,latitude,area,owner,holder,authority
            9901010102000001,C-0102,井盖,104.003,30.004,99010100100101,d2,d3,d1
            9901020102000002,C-0102,井盖,104.013,30.004,99010200100101,d2,,
            """;
    private static final String INSPECTION = """
            versions:
              - version: small-1
                from: 2026-01-01
                sample: true
                basis: made up
                small: 5
                filing: {action: inspect, source: inspection}
                dimensions:
                  - {code: clean, name: 干净, nameEnglish: Clean, weight: 60, survey: false}
                  - {code: satisfied, name: 群众满意, nameEnglish: Satisfied, weight: 40, survey: true}
                kinds:
                  - {code: road, name: 道路, nameEnglish: Roads, from: road, of: []}
                  - {code: cover, name: 井盖, nameEnglish: Covers, from: component, of: [C-0102]}
                  - {code: cell, name: 网格, nameEnglish: Cells, from: area, of: [cell]}
                  - {code: bridge, name: 桥, nameEnglish: Bridges, from: bridges, of: []}
                items:
                  - {code: litter, name: 无垃圾, nameEnglish: No litter, dimension: clean, kinds: [], most: 5, weight: 1, classCode: E-0110}
                questions:
                  - code: q1
                    name: 满意吗
                    nameEnglish: Content?
                    dimension: satisfied
                    weight: 1
                    choices:
                      - {code: "yes", name: 满意, nameEnglish: "Yes", share: 1.0}
                      - {code: "no", name: 不满意, nameEnglish: "No", share: 0.0}
            """;
    /// In the east the bins' rubbish is d3's, everything else d2's.
    private static final String DUTIES = """
            area,class,department
            990102,E-0110,d3
            990102,,d2
            """;
    /// 解放路 runs in both districts, 中山路 through both.
    private static final String ROADS = """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","id":"r1","properties":{"category":"minor","name":"解放路"},
              "geometry":{"type":"LineString","coordinates":[[104.001,30.005],[104.004,30.005],[104.008,30.005]]}},
             {"type":"Feature","id":"r2","properties":{"category":"minor","name":"解放路"},
              "geometry":{"type":"LineString","coordinates":[[104.012,30.0045],[104.015,30.0045],[104.018,30.0045]]}},
             {"type":"Feature","id":"r3","properties":{"category":"major","name":"中山路"},
              "geometry":{"type":"LineString","coordinates":[[104.002,30.008],[104.008,30.008],[104.012,30.008],[104.018,30.008]]}}]}
            """;
    private static final String CELLS = """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","id":"99010100100101","properties":{"category":"cell","name":"西一"},
              "geometry":{"type":"Polygon","coordinates":[[[104.0,30.0],[104.01,30.0],[104.01,30.01],[104.0,30.01],[104.0,30.0]]]}},
             {"type":"Feature","id":"99010200100101","properties":{"category":"cell","name":"东一"},
              "geometry":{"type":"Polygon","coordinates":[[[104.01,30.0],[104.02,30.0],[104.02,30.01],[104.01,30.01],[104.01,30.0]]]}}]}
            """;
}
