package dev.menagerie.cards.picture;

import static dev.menagerie.cards.picture.Palette.fixed;
import static dev.menagerie.cards.picture.Palette.number;

import dev.menagerie.cards.picture.ArtHint.Shape;
import dev.menagerie.cards.picture.Palette.Tone;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.EnergyType;
import java.util.List;
import java.util.Optional;

/**
 * Pictures of cards that are no creatures: things, people, places and energy ({@code
 * trainer-art.ts}).
 */
final class ThingPicture {
  private static final String LINE = "#3a3430";

  private static final List<String> CLOTHS =
      List.of("#b4553c", "#4f7c8a", "#6d8a4e", "#8a5a86", "#c29a3f", "#4b5f87", "#a8654a");

  private static final List<Shape> THINGS =
      List.of(Shape.values()).stream().filter(shape -> !shape.isCreature()).toList();

  private ThingPicture() {}

  private static String paint(String width) {
    return "stroke=\"" + LINE + "\" stroke-width=\"" + width + "\" stroke-linejoin=\"round\"";
  }

  private static String rounded(String width) {
    return paint(width) + " stroke-linecap=\"round\"";
  }

  private static String other(String cloth, SeededRandom random) {
    return random.pick(CLOTHS.stream().filter(one -> !one.equals(cloth)).toList());
  }

  /** An object one could hold: what Items and Tools show. */
  static String item(String name, ArtHint hint, SeededRandom random) {
    String cloth = random.pick(CLOTHS);
    String second = other(cloth, random);
    List<String> palette = hint.palette();
    int turn = random.integer(-9, 9);
    Optional<Shape> said = hint.shape().or(() -> NameWords.thing(name));
    Shape shown = said.isPresent() ? said.get() : random.pick(THINGS);
    String drawn =
        thing(shown)
            .replace("PAINT", rounded("3"))
            .replace("COLOR", palette.isEmpty() ? cloth : palette.getFirst())
            .replace("SECOND", palette.size() > 1 ? palette.get(1) : second);
    return """
    <ellipse cx="100" cy="124" rx="52" ry="8" fill="#000" opacity=".14"/><g transform="rotate(%s 100 80)">\
    """
            .formatted(turn)
        + drawn
        + "</g>";
  }

  /** A drawing with the words PAINT, COLOR and SECOND in the places of what they mean. */
  private static String thing(Shape shape) {
    return switch (shape) {
      case SATCHEL ->
          "<path d=\"M74 60C74 30 126 30 126 60\" fill=\"none\" PAINT/><rect x=\"58\" y=\"56\""
              + " width=\"84\" height=\"62\" rx=\"14\" fill=\"COLOR\" PAINT/><path d=\"M58 70q42 34"
              + " 84 0v-4a10 10 0 0 0-10-10H68a10 10 0 0 0-10 10z\" fill=\"SECOND\" PAINT/><circle"
              + " cx=\"100\" cy=\"86\" r=\"6\" fill=\"#f4e3b5\" PAINT/>";
      case LANTERN ->
          "<path d=\"M84 38a16 16 0 0 1 32 0\" fill=\"none\" PAINT/><rect x=\"76\" "
              + "y=\"38\" width=\"48\" height=\"12\" rx=\"5\" fill=\"COLOR\" PAINT/><path d=\"M80 "
              + "50h40l6 54H74z\" fill=\"#fff3c4\" PAINT/><path d=\"M100 62c10 12 12 18 12 "
              + "24a12 12 0 0 1-24 0c0-6 2-12 12-24z\" fill=\"#f0a93c\"/><rect x=\"68\" "
              + "y=\"104\" width=\"64\" height=\"14\" rx=\"6\" fill=\"COLOR\" PAINT/>";
      case MAP ->
          "<path d=\"M52 46l32-10 32 10 32-10v72l-32 10-32-10-32 10z\" "
              + "fill=\"#f5e8c8\" PAINT/><path d=\"M84 36v72M116 46v72\" PAINT "
              + "opacity=\".5\"/><path d=\"M62 92q14-26 30-10t34-26\" fill=\"none\" "
              + "stroke=\"COLOR\" stroke-width=\"4\" stroke-dasharray=\"7 6\"/><path d=\"M126 "
              + "46l12 12M138 46l-12 12\" stroke=\"SECOND\" stroke-width=\"4\"/>";
      case BELL ->
          "<path d=\"M100 30c26 0 34 24 36 48l8 22H56l8-22c2-24 10-48 36-48z\" "
              + "fill=\"COLOR\" PAINT/><circle cx=\"100\" cy=\"108\" r=\"11\" fill=\"SECOND\" "
              + "PAINT/><path d=\"M78 58q4-14 16-16\" fill=\"none\" stroke=\"#fff\" "
              + "stroke-width=\"5\" opacity=\".6\"/><circle cx=\"100\" cy=\"28\" r=\"7\" "
              + "fill=\"SECOND\" PAINT/>";
      case KEY ->
          "<circle cx=\"76\" cy=\"60\" r=\"26\" fill=\"COLOR\" PAINT/><circle cx=\"76\" "
              + "cy=\"60\" r=\"11\" fill=\"#f4efe2\" PAINT/><path d=\"M95 74l46 38-8 10-8-6-6 "
              + "7-9-7 5-7-27-22z\" fill=\"COLOR\" PAINT/>";
      case COMPASS ->
          "<circle cx=\"100\" cy=\"76\" r=\"44\" fill=\"COLOR\" PAINT/><circle cx=\"100\" "
              + "cy=\"76\" r=\"34\" fill=\"#fbf6e8\" PAINT/><path d=\"M100 46l9 30h-18z\" "
              + "fill=\"#c4472f\" PAINT/><path d=\"M100 106l9-30h-18z\" fill=\"#5a6b75\" "
              + "PAINT/>";
      case SCARF ->
          "<path d=\"M56 56q44 26 88 0l4 22q-46 28-96 0z\" fill=\"COLOR\" PAINT/>"
              + "<path d=\"M108 84l22-4 8 38h-26z\" fill=\"SECOND\" PAINT/><path d=\"M70 "
              + "66l6 18M92 72l2 18M114 72l-2 14\" stroke=\"#fff\" stroke-width=\"4\" "
              + "opacity=\".5\"/>";
      case CHARM ->
          "<path d=\"M60 36q40 60 80 0\" fill=\"none\" PAINT/><path d=\"M100 62l24 "
              + "22-24 36-24-36z\" fill=\"COLOR\" PAINT/><path d=\"M76 84h48M100 62l-8 22 "
              + "8 36 8-36z\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2.500\" "
              + "opacity=\".7\"/>";
      case BANDAGE ->
          "<path d=\"M66 62h58v46H66z\" fill=\"#fbf7ee\" PAINT/><ellipse cx=\"124\" "
              + "cy=\"85\" rx=\"13\" ry=\"23\" fill=\"#fbf7ee\" PAINT/><ellipse cx=\"124\" "
              + "cy=\"85\" rx=\"5\" ry=\"9\" fill=\"SECOND\" PAINT/><path d=\"M66 108q-18 0-22 "
              + "12h40V108z\" fill=\"#fbf7ee\" PAINT/><path d=\"M85 74v22M74 85h22\" "
              + "fill=\"none\" stroke=\"COLOR\" stroke-width=\"7\"/>";
      case WHISTLE ->
          "<path d=\"M52 62h60v16a24 24 0 1 1-34 6H52z\" fill=\"COLOR\" PAINT/>"
              + "<circle cx=\"98\" cy=\"96\" r=\"9\" fill=\"#3a3430\" opacity=\".6\"/><path "
              + "d=\"M84 62v-8h16v8\" fill=\"SECOND\" PAINT/><path d=\"M120 78q24-4 28-30\" "
              + "fill=\"none\" stroke=\"SECOND\" stroke-width=\"5\"/>";
      case FLASK, ROUND, WALKER, BIRD, SERPENT, SWIMMER, UPRIGHT, BUG ->
          "<path d=\"M88 34h24v22l22 42a12 12 0 0 1-10 18H76a12 12 0 0 "
              + "1-10-18l22-42z\" fill=\"#f6fbfb\" PAINT/><path d=\"M78 84h44l10 18a8 8 0 "
              + "0 1-7 11H75a8 8 0 0 1-7-11z\" fill=\"COLOR\"/><circle cx=\"92\" cy=\"96\" "
              + "r=\"4\" fill=\"#fff\" opacity=\".7\"/><circle cx=\"108\" cy=\"102\" r=\"3\" "
              + "fill=\"#fff\" opacity=\".7\"/><rect x=\"84\" y=\"26\" width=\"32\" height=\"11\" "
              + "rx=\"4\" fill=\"SECOND\" PAINT/>";
    };
  }

  /** A person: what Supporters show. */
  static String supporter(SeededRandom random) {
    String skin = random.pick(List.of("#f2cfae", "#d9a27a", "#a8714c", "#7a4f35", "#e8bb92"));
    String hair =
        random.pick(List.of("#3b2b22", "#6b4226", "#b9803c", "#8a8f98", "#7c3f34", "#2c3140"));
    String coat = random.pick(CLOTHS);
    String second = other(coat, random);
    String back =
        random.pick(
            List.of(
                filled("M64 66C58 22 142 22 136 66L140 108H60z", hair),
                "<circle cx=\"100\" cy=\"26\" r=\"15\" fill=\""
                    + hair
                    + "\" "
                    + rounded("3")
                    + "/>",
                ""));
    String hat =
        random.pick(
            List.of(
                filled("M64 52C66 20 134 20 136 52q-36-10-72 0z", second)
                    + filled("M52 54q48-18 96 0-48-6-96 0z", second),
                filled("M66 60C62 24 138 20 135 60C122 44 112 44 100 48C88 42 74 46 66 60z", hair),
                filled(
                    "M66 58C66 26 134 26 134 58C118 56 120 40 104 44C90 58 76 50 66 58z", hair)));
    String glasses =
        random.chance(0.35)
            ? """
            <g fill="none" %s><circle cx="86" cy="70" r="10"/>\
            <circle cx="114" cy="70" r="10"/><path d="M96 70h8"/></g>\
            """
                .formatted(rounded("3"))
            : "";
    return back
        + filled("M40 154C42 116 66 106 100 106s58 10 60 48z", coat)
        + filled("M82 106l18 26 18-26", second)
        + "<rect x=\"90\" y=\"90\" width=\"20\" height=\"22\" rx=\"8\" fill=\""
        + skin
        + "\" "
        + rounded("3")
        + "/>"
        + filled("M68 64c0-44 64-44 64 0 0 24-16 38-32 38S68 88 68 64z", skin)
        + """
        <circle cx="86" cy="70" r="3.500" fill="%1$s"/><circle cx="114" cy="70" r="3.500" fill="%1$s"/>\
        <path d="M91 %2$sq9 %3$s 18 0" fill="none" %4$s/>\
        """
            .formatted(LINE, random.integer(84, 86), random.integer(5, 9), rounded("3"))
        + glasses
        + hat;
  }

  private static String filled(String path, String fill) {
    return "<path d=\"" + path + "\" fill=\"" + fill + "\" " + rounded("3") + "/>";
  }

  private static String built(String path, String fill) {
    return "<path d=\"" + path + "\" fill=\"" + fill + "\" " + paint("2.600") + "/>";
  }

  /** A place: what Stadiums show. */
  static String stadium(SeededRandom random) {
    String hill = random.pick(List.of("#8fb078", "#a9b27a", "#7fa39a", "#b79f78"));
    String wall = random.pick(List.of("#efe0c4", "#d8c3a5", "#cfd6d4"));
    String roof = random.pick(CLOTHS);
    List<String> buildings =
        List.of(
            built("M60 118V74h80v44z", wall)
                + built("M50 76l50-38 50 38z", roof)
                + door(72)
                + door(92)
                + door(112),
            ring(104, 62, 24, wall) + ring(92, 62, 24, roof) + ring(90, 44, 15, hill),
            built("M84 120V50h32v70z", wall)
                + built("M78 52l22-28 22 28z", roof)
                + "<rect x=\"94\" y=\"62\" width=\"12\" height=\"18\" rx=\"6\" fill=\""
                + LINE
                + "\" opacity=\".6\"/>"
                + built("M116 120V82h34v38z", wall)
                + built("M110 84l23-18 24 18z", roof));
    int sun = random.integer(34, 166);
    return "<circle cx=\"%s\" cy=\"34\" r=\"17\" fill=\"#fff6d8\"/>".formatted(sun)
        + "<path d=\"M-4 150V104q50-34 104-6t104-8v60z\" fill=\"%s\" opacity=\".65\"/>"
            .formatted(hill)
        + random.pick(buildings)
        + "<path d=\"M-4 150v-30q60-14 104-2t104-4v36z\" fill=\"%s\"/>".formatted(hill);
  }

  private static String door(int x) {
    return """
    <rect x="%s" y="84" width="14" height="34" rx="7" fill="%s" opacity=".55"/>\
    """
        .formatted(x, LINE);
  }

  private static String ring(int y, int rx, int ry, String fill) {
    return """
    <ellipse cx="100" cy="%s" rx="%s" ry="%s" fill="%s" %s/>\
    """
        .formatted(y, rx, ry, fill, paint("2.600"));
  }

  /** An energy: its sign, large; of several types, in slices. */
  static String energy(CardDefinition.Energy card, SeededRandom random) {
    List<EnergyType> types =
        card.provides().stream().flatMap(unit -> unit.value().stream()).distinct().toList();
    List<EnergyType> shown =
        !types.isEmpty() && types.size() < 6 ? types : List.of(EnergyType.COLORLESS);
    Tone first = Palette.tone(shown.getFirst());
    StringBuilder out = new StringBuilder();
    out.append("<rect width=\"200\" height=\"150\" fill=\"%s\"/>".formatted(first.low()));
    for (int ring = 5; ring > 0; ring--) {
      out.append(
          "<circle cx=\"100\" cy=\"75\" r=\"%s\" fill=\"%s\" opacity=\".55\"/>"
              .formatted(ring * 24, ring % 2 == 1 ? first.high() : first.low()));
    }
    for (int i = 0; i < 10; i++) {
      out.append(
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"#fff\" opacity=\".7\"/>"
              .formatted(
                  random.integer(6, 194), random.integer(6, 144), fixed(random.between(1, 3), 1)));
    }
    double step = 62.0 / shown.size() + 10;
    double from = 100 - ((shown.size() - 1) * step) / 2;
    double scale = shown.size() == 1 ? 4.2 : 4.2 / Math.sqrt(shown.size() * 1.6);
    for (int i = 0; i < shown.size(); i++) {
      out.append(sign(shown.get(i), from + i * step, scale));
    }
    return out.toString();
  }

  private static String sign(EnergyType type, double x, double scale) {
    String paint =
        Palette.isLined(type)
            ? "fill=\"none\" stroke=\"#fffaf0\" stroke-width=\"1.900\" stroke-linejoin=\"round\""
                + " stroke-linecap=\"round\""
            : "fill=\"#fffaf0\"";
    return """
    <g transform="translate(%s 75) scale(%s)"><circle r="13" fill="%s"/>\
    <circle r="11.500" fill="none" stroke="#fff" stroke-opacity=".4"/>\
    <path transform="scale(.72) translate(-12 -12)" d="%s" %s/></g>\
    """
        .formatted(
            number(x), fixed(scale, 2), Palette.tone(type).frame(), Palette.sign(type), paint);
  }
}
