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
(function () {
  Array.prototype.forEach.call(document.querySelectorAll(".audited"), function (section) {
    var table = section.querySelector("table.matrix");
    var panel = section.querySelector(".cell");
    var rows = Array.prototype.map.call(table.tBodies[0].rows, function (row) { return row; });
    var chosen = null;
    var reason = function (index) { return section.querySelector("[data-reason='" + index + "']"); };
    var choose = function (cell) {
      if (chosen) {
        chosen.removeAttribute("aria-selected");
        chosen.tabIndex = -1;
      }
      chosen = cell;
      cell.setAttribute("aria-selected", "true");
      cell.tabIndex = 0;
      panel.textContent = "";
      var title = document.createElement("p");
      var strong = document.createElement("strong");
      strong.textContent = cell.parentNode.cells[0].textContent.replace(" ●", "") + " on database "
        + table.tHead.rows[0].cells[cell.cellIndex].textContent + ": "
        + (cell.textContent || cell.getAttribute("aria-label"));
      title.appendChild(strong);
      panel.appendChild(title);
      var list = document.createElement("ul");
      list.className = "plain";
      (cell.getAttribute("data-reasons") || "").split(" ").filter(Boolean).forEach(function (index) {
        var item = document.createElement("li");
        Array.prototype.forEach.call(reason(index).childNodes, function (node) { item.appendChild(node.cloneNode(true)); });
        list.appendChild(item);
      });
      panel.appendChild(list);
      var count = cell.getAttribute("data-count");
      if (count) {
        var more = document.createElement("p");
        more.textContent = "These are the first of " + count + " reasons.";
        panel.appendChild(more);
      }
    };
    rows[0].cells[1].tabIndex = 0;
    table.addEventListener("click", function (event) {
      var cell = event.target.closest("td");
      if (cell) { choose(cell); }
    });
    table.addEventListener("keydown", function (event) {
      var cell = event.target.closest("td");
      if (!cell) { return; }
      var row = rows.indexOf(cell.parentNode);
      var column = cell.cellIndex;
      if (event.key === "ArrowRight") { column += 1; }
      else if (event.key === "ArrowLeft") { column -= 1; }
      else if (event.key === "ArrowDown") { row += 1; }
      else if (event.key === "ArrowUp") { row -= 1; }
      else if (event.key !== "Enter" && event.key !== " ") { return; }
      event.preventDefault();
      var next = rows[row] && column > 0 ? rows[row].cells[column] : null;
      if (next) { choose(next); next.focus(); }
    });
  });
}());
