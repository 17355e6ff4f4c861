"use strict";
(function () {
  var search = document.getElementById("search");
  if (search) {
    var rule = document.getElementById("rule");
    var states = Array.prototype.slice.call(document.querySelectorAll("input[name=state]"));
    var findings = Array.prototype.slice.call(document.querySelectorAll("#findings > article"));
    var shown = document.getElementById("shown");
    var nothing = document.querySelector(".nothing");
    var filter = function () {
      var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      var wanted = states.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
      var count = 0;
      findings.forEach(function (finding) {
        var text = finding.getAttribute("data-text");
        var visible = wanted.indexOf(finding.getAttribute("data-state")) >= 0
          && (rule.value === "" || rule.value === finding.getAttribute("data-rule"))
          && words.every(function (word) { return text.indexOf(word) >= 0; });
        finding.hidden = !visible;
        count += visible ? 1 : 0;
      });
      shown.textContent = count + " of " + findings.length + " shown";
      nothing.hidden = count > 0;
    };
    search.addEventListener("input", filter);
    rule.addEventListener("change", filter);
    states.forEach(function (box) { box.addEventListener("change", filter); });
    filter();
  }
}());
