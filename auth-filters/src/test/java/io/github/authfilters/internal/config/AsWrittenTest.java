package io.github.authfilters.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AsWrittenTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          a default that Tomcat put in   ; ${env:A:-b}            ; b   ; ${env:A:-b}
          an empty one                   ; ${env:A:-}             ; ""  ; ${env:A:-}
          two of them                    ; ${env:A:-b} ${sys:C:-d}; b d ; ${env:A:-b} ${sys:C:-d}
          a default with :-              ; ${file:/a:-b:-c}       ; b:-c; ${file:/a:-b:-c}
          one in another's default       ; ${env:A:-${env:X:-b}} ; b  ; ${env:A:-${env:X:-b}}
          an inner one without a default ; ${env:A:-${env:X}}    ; ${env:X} ; ${env:A:-${env:X}}
          one in one of the other mark   ; ${env:A|${env:X:-b}}  ; b}  ; ${env:A|${env:X:-b}}
          what no server touched         ; ${env:A:-b}            ; ${env:A:-b}; ${env:A:-b}
          what somebody else has said    ; ${env:A:-b}            ; c   ; c
          a property of the server       ; ${catalina.base:-b}    ; b   ; b
          no placeholder                 ; b                      ; c   ; c
          """)
  void takesTheTextOfTheFile(String name, String written, String told, String expected) {
    Map<String, String> params = Map.of("x", told, "y", "z");

    Map<String, String> found = AsWritten.of(params, List.of(new WebXml.Param("x", written)));

    assertThat(found).as(name).isEqualTo(Map.of("x", expected, "y", "z"));
  }
}
