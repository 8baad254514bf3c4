<?xml version="1.0" encoding="UTF-8"?>
<!-- comment é -->
<!DOCTYPE x [ <!ENTITY nb "&#160;"> ]>
<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" exclude-result-prefixes="x">
  <xsl:output method="html" indent="yes"/>
  <xsl:param name="p" select="'d'"/>
  <xsl:template match="a/b[@c='d' and position() &gt; 3]" mode="m">
    <h1 class="{@x} {concat('a', $p)}"><xsl:value-of select="sum(//n) div 2"/> text &nb; &amp;</h1>
    <xsl:for-each select="item"><xsl:sort select="@k" order="descending"/><xsl:if test="not(x) or y != 'z'">x</xsl:if></xsl:for-each>
    <xsl:choose><xsl:when test="a">1</xsl:when><xsl:otherwise>2</xsl:otherwise></xsl:choose>
    <xsl:call-template name="t"><xsl:with-param name="q" select="."/></xsl:call-template><![CDATA[ raw <x> ]]>
  </xsl:template>
  <xsl:function name="f:g" as="xs:integer"><xsl:sequence select="for $i in 1 to 3 return $i"/></xsl:function>
</xsl:stylesheet>
<open attr="unterminated
<!-- comment -->
<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f='urn:f'>
  <xsl:template match="item[@id='x' and position() &gt; 1]/child::node() | //a" mode="m" name="t">
    <xsl:param name="p" select="concat('a', $b, string-length(.), 1.5e3)" as="xs:string?"/>
    <xsl:choose><xsl:when test="not($p) or count(ancestor::*) != 2">x</xsl:when><xsl:otherwise>y &amp; &#233; &#xE9;</xsl:otherwise></xsl:choose>
    <xsl:for-each select="for $i in 1 to 3 return $i"><xsl:sort select="@k" order="descending"/><a href="{@url}?q={$p}" title='t "q"'><xsl:value-of select="current()"/></a></xsl:for-each>
    <xsl:call-template name="t"><xsl:with-param name="p">v</xsl:with-param></xsl:call-template>
    <xsl:text disable-output-escaping="yes"><![CDATA[<raw> & ]]></xsl:text>
    <xsl:variable name="v"><f:x y="z"/></xsl:variable><xsl:if test="matches(., '^\d+$')"/>
    <msxsl:script language="JScript"><![CDATA[ function a() { return "x"; } ]]></msxsl:script>
  </xsl:template>
  <xsl:function name="f:g"><xsl:sequence select="if (true()) then map{'a': [1]} else ()"/></xsl:function><?pi data="x"?>
</xsl:stylesheet>
