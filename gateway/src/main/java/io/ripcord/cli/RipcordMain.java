package io.ripcord.cli;

/** Entry point of the command line. */
public final class RipcordMain {
  private RipcordMain() {}

  /** Prints the version. */
  public static void main(String[] args) {
    String version = RipcordMain.class.getPackage().getImplementationVersion();
    System.out.println("ripcord " + (version == null ? "development" : version));
  }
}
