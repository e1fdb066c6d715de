package io.ripcord.event;

import io.ripcord.testing.Seeds;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Every message there is, by reflection: the methods of the publishers and of the decision listener
 * with made-up arguments, and what the schema says there must be. A message added to the schema
 * without a publisher, or to a publisher without a test, shows here.
 */
final class EveryMessage {
  static final int SOURCE = 77;
  static final int FIRST_DECISION = 100;

  private static final List<Class<? extends Publisher>> PUBLISHERS =
      List.of(
          NodePublisher.class,
          DefinitionPublisher.class,
          CommandPublisher.class,
          MarketDataPublisher.class,
          ReportPublisher.class);
  private static final long CL_ORD_ID_HALVES = 3_656_158_440_062_976L;

  private EveryMessage() {}

  /** How to make arguments up. */
  enum Filling {
    SMALLEST,
    LARGEST,
    ZERO,
    MINUS_ONE,
    RANDOM
  }

  static List<Method> inputMethods() {
    List<Method> methods = new ArrayList<>();
    for (Class<?> publisher : PUBLISHERS) {
      Stream.of(publisher.getDeclaredMethods())
          .filter(EveryMessage::isMessage)
          .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
          .forEach(methods::add);
    }
    return methods;
  }

  /** Whether it publishes one message: not a helper, nor a shorthand for several. */
  private static boolean isMessage(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && !method.isSynthetic()
        && Stream.of(method.getParameterTypes())
            .noneMatch(type -> type == RuleParameters.class || type == List.class);
  }

  static List<Method> decisionMethods() {
    return Stream.of(DecisionListener.class.getMethods())
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  /** Arguments by the name of their parameter, in order. */
  static Map<String, Object> arguments(Method method, Filling filling, Random random) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (Parameter parameter : method.getParameters()) {
      if (!parameter.isNamePresent()) {
        throw new AssertionError("compiled without parameter names: " + method);
      }
      arguments.put(parameter.getName(), argument(parameter, filling, random));
    }
    return arguments;
  }

  private static Object argument(Parameter parameter, Filling filling, Random random) {
    Class<?> type = parameter.getType();
    boolean low = filling == Filling.SMALLEST || filling == Filling.ZERO;
    if (type == long.class) {
      return number(parameter.getName().startsWith("clOrdId"), filling, random);
    }
    if (type == int.class) {
      return switch (filling) {
        case SMALLEST -> Integer.MIN_VALUE;
        case LARGEST -> Integer.MAX_VALUE;
        case ZERO -> 0;
        case MINUS_ONE -> -1;
        case RANDOM -> random.nextInt();
      };
    }
    if (type == boolean.class) {
      return filling == Filling.RANDOM ? random.nextBoolean() : !low;
    }
    if (type.isEnum()) {
      Object[] values = type.getEnumConstants();
      int last = values.length - 1;
      return values[filling == Filling.RANDOM ? random.nextInt(values.length) : low ? 0 : last];
    }
    if (type == byte[].class) {
      byte[] bytes = new byte[Texts.SHA_256_LENGTH];
      if (filling == Filling.RANDOM) {
        random.nextBytes(bytes);
      } else {
        Arrays.fill(bytes, (byte) (low ? 0 : -1));
      }
      return bytes;
    }
    if (type == String.class) {
      int max = parameter.getName().equals("buildId") ? Texts.BUILD_ID_LENGTH : Texts.NAME_LENGTH;
      return text(filling == Filling.RANDOM ? random.nextInt(max + 1) : low ? 0 : max, random);
    }
    throw new AssertionError("no sample of a " + type + " for " + parameter);
  }

  private static long number(boolean half, Filling filling, Random random) {
    long number =
        switch (filling) {
          case SMALLEST -> Long.MIN_VALUE;
          case LARGEST -> Long.MAX_VALUE;
          case ZERO -> 0;
          case MINUS_ONE -> -1;
          case RANDOM -> Seeds.magnitude(random, Long.MAX_VALUE) * (random.nextBoolean() ? 1 : -1);
        };
    return half ? Math.floorMod(number, CL_ORD_ID_HALVES) : number;
  }

  private static String text(int length, Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append((char) ('!' + random.nextInt('~' - '!' + 1)));
    }
    return out.toString();
  }

  /** Calls a method of a new publisher on this sink. */
  static Object publish(Method method, Map<String, Object> arguments, EventSink sink) {
    try {
      Object publisher =
          method
              .getDeclaringClass()
              .getConstructor(EventSink.class, int.class)
              .newInstance(sink, SOURCE);
      return call(publisher, method, arguments);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(method.toString(), e);
    }
  }

  static Object call(Object target, Method method, Map<String, Object> arguments) {
    try {
      return method.invoke(target, arguments.values().toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new LinkageError(method.toString(), e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(method.toString(), e);
    }
  }

  /** Names of the schema's messages by template id. */
  static SortedMap<Integer, String> templates() {
    SortedMap<Integer, String> templates = new TreeMap<>();
    NodeList messages = schema().getElementsByTagName("sbe:message");
    for (int i = 0; i < messages.getLength(); i++) {
      Element message = (Element) messages.item(i);
      templates.put(Integer.parseInt(message.getAttribute("id")), message.getAttribute("name"));
    }
    return templates;
  }

  /** The schema's enums: names and numbers of their values by the enum's name. */
  static SortedMap<String, Map<String, Integer>> enums() {
    SortedMap<String, Map<String, Integer>> enums = new TreeMap<>();
    NodeList found = schema().getElementsByTagName("enum");
    for (int i = 0; i < found.getLength(); i++) {
      Element element = (Element) found.item(i);
      Map<String, Integer> values = new LinkedHashMap<>();
      NodeList valid = element.getElementsByTagName("validValue");
      for (int v = 0; v < valid.getLength(); v++) {
        Element value = (Element) valid.item(v);
        values.put(value.getAttribute("name"), Integer.parseInt(value.getTextContent().trim()));
      }
      enums.put(element.getAttribute("name"), values);
    }
    return enums;
  }

  private static Document schema() {
    try (InputStream in = EveryMessage.class.getResourceAsStream("/schema/ripcord-events.xml")) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    } catch (Exception e) {
      throw new AssertionError("the event schema", e);
    }
  }
}
