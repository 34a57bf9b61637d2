package dev.gatehouse.chain.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which forms of claims gateway and Easy Auth take. */
class ClaimFormsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'iss':'i','aud':'a','ver':'2.0','azp':'c','oid':'o','sub':'s','scp':'r','roles':['R']}",
                "{'aud':['a','b'],'scp':['r'],'roles':'R'}",
                "{'aud':[],'roles':[]}",
                "{'azp':'','name':7,'groups':[1,null],'xms':{'a':[true]}}",
                "{'name':'\\ud83d\\ude00'}",
            })
    void areTaken(String claims) throws IOException {
        assertThat(fault(claims)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'iss':['i']} | iss as one text",
                "{'sub':7} | sub as one text",
                "{'jti':{'a':1}} | jti as one text",
                "{'azp':null} | azp as one text",
                "{'azp':[]} | azp as one text",
                "{'appid':true} | appid as one text",
                "{'ver':2.0} | ver as one text",
                "{'aud':['a',7]} | aud as a text or a list of texts",
                "{'aud':null} | aud as a text or a list of texts",
                "{'roles':['R',null]} | roles as a text or a list of texts",
                "{'roles':{'R':1}} | roles as a text or a list of texts",
                "{'scp':null} | scp as a text or a list of texts",
                "{'scp':[['r']]} | scp as a text or a list of texts",
                "{'name':'\\ud800'} | claims in Unicode",
                "{'a':[{'b':'\\udc00x'}]} | claims in Unicode",
            })
    void areRefused(String claims, String expected) throws IOException {
        assertThat(fault(claims).map(ClaimForms.Fault::expected)).contains(expected);
    }

    @SuppressWarnings("unchecked")
    private static Optional<ClaimForms.Fault> fault(String claims) throws IOException {
        return ClaimForms.fault(new ObjectMapper().readValue(claims.replace('\'', '"'), Map.class));
    }
}
