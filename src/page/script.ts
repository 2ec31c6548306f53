/**
 * What a page can do beside being read: it moves to the real today, keeps ticks in this browser, and copies commands.
 * It asks nobody and sends nothing; without it every word is there all the same.
 */
export const SCRIPT = String.raw`(()=>{"use strict";
const $=(s,r=document)=>r.querySelector(s),$$=(s,r=document)=>[...r.querySelectorAll(s)],B=document.body.dataset;
const make=(tag,cls,text)=>{const e=document.createElement(tag);if(cls)e.className=cls;if(text)e.textContent=text;return e};
const D=["Sun","Mon","Tue","Wed","Thu","Fri","Sat"],M=["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"];
const num=d=>Date.UTC(+d.slice(0,4),d.slice(5,7)-1,+d.slice(8))/864e5,words=d=>D[(num(d)+4)%7]+" "+ +d.slice(8)+" "+M[d.slice(5,7)-1];
const two=n=>String(n).padStart(2,"0"),real=()=>{const n=new Date();return n.getFullYear()+"-"+two(n.getMonth()+1)+"-"+two(n.getDate())};
const days=n=>n+(n===1?" day":" days");
let today=B.day;
const line=(cls,...parts)=>{const p=make("p",cls);p.append(...parts);return p},bold=t=>make("b","",t),span=t=>make("span","",t);
function copyable(root){for(const c of $$("code.c",root)){if(c.parentElement.className==="cw")continue;const w=make("div","cw"),b=make("button","cp","Copy");b.type="button";b.setAttribute("aria-label","Copy: "+c.textContent);c.before(w);w.append(c,b)}}
function copy(b){const c=$("code",b.parentElement),done=()=>{b.textContent="Copied";setTimeout(()=>b.textContent="Copy",1500)};
const old=()=>{const r=document.createRange();r.selectNodeContents(c);const s=getSelection();s.removeAllRanges();s.addRange(r);try{document.execCommand("copy")&&done()}catch{}};
navigator.clipboard?navigator.clipboard.writeText(c.textContent).then(done,old):old()}
const KEY="cycling-plan:"+B.plan;let ticks={};
try{ticks=JSON.parse(localStorage.getItem(KEY))||{}}catch{}
const keep=()=>{try{localStorage.setItem(KEY,JSON.stringify(ticks))}catch{}};
const rowOf=d=>$('.day[data-d="'+d+'"]');
function tell(at,date){const t=make("div","tell"),c=make("code","c",B.program+" done "+date+B.flag);t.append("Ticked in this browser only. Tell your plan: ",c);at.append(t);copyable(t)}
function showTicks(){for(const t of $$(".day>.tk.o")){const li=t.parentElement,on=t.dataset.id in ticks;if(t.tagName==="BUTTON"){t.setAttribute("aria-pressed",on)}
$(":scope>.tell",li)?.remove();if(on)tell(li,li.dataset.d)}
const d=$("#hero .did");if(d){const on=d.dataset.id in ticks;d.setAttribute("aria-pressed",on);d.textContent=on?"Ridden":"I rode it";d.nextElementSibling?.classList.contains("tell")&&d.nextElementSibling.remove();
if(on){const h=make("div");tell(h,today);d.after(h.firstChild)}}}
function buttons(){for(const t of $$(".day>span.tk.o")){const li=t.parentElement;if(li.dataset.d>today)continue;const b=make("button","tk o");b.type="button";b.dataset.id=t.dataset.id;b.setAttribute("aria-label","I rode it, "+words(li.dataset.d));t.replaceWith(b)}
const li=rowOf(today),t=li&&$(":scope>.tk.o",li);$("#hero .did")?.remove();if(t){const b=make("button","did","I rode it");b.type="button";b.dataset.id=t.dataset.id;const n=$("#hero .nx");n?n.after(b):$("#hero").append(b)}showTicks()}
function toggle(id){if(id in ticks)delete ticks[id];else ticks[id]=today;keep();showTicks()}
const NS="http://www.w3.org/2000/svg",el=(n,a)=>{const e=document.createElementNS(NS,n);for(const k in a)e.setAttribute(k,a[k]);return e};
function large(li){const g=$(".ps .p g",li);if(!g)return;const v=g.ownerSVGElement.getAttribute("viewBox"),m=v.split(" ")[2]/6,f=make("figure","lp"),box=make("div","box"),s=el("svg",{class:"P",role:"img",viewBox:v,preserveAspectRatio:"none","aria-label":$(".nm",li).textContent+", effort over time; the steps stand below"});
s.append(el("use",{href:"#"+g.id}));box.append(s);const o=el("svg",{class:"over","aria-hidden":"true",width:"100%",height:"100%"});o.append(el("line",{class:"th",x1:0,x2:"100%",y1:"13%",y2:"13%"}));box.append(o);
const a=el("svg",{class:"ax","aria-hidden":"true",width:"100%",height:26}),e=m<=40?10:m<=75?15:m<=150?30:m<=330?60:m<=720?120:360,c=n=>Math.floor(n/60)+":"+two(Math.round(n%60)),t=(x,n,k,anchor)=>{const q=el("text",{x,y:22,class:k,"text-anchor":anchor});q.textContent=c(n);a.append(q)};
t("0",0,"a0","start");for(let n=e;n<m*.79;n+=e)if(n>m*.2){a.append(el("line",{x1:100*n/m+"%",x2:100*n/m+"%",y1:0,y2:6}));t(100*n/m+"%",n,"","middle")}t("100%",m,"a1","end");
const cap=make("figcaption","ftp",B.line);f.append(cap,box,a);return f}
function next(h){const n=$$(".day").filter(l=>l.dataset.d>today&&(l.classList.contains("hard")||l.classList.contains("event"))).sort((a,b)=>a.dataset.d<b.dataset.d?-1:1)[0];
if(!n)return h.append(line("nx","No hard day is left."));h.append(line("nx",span(n.dataset.e?"Next":"Next hard day")," ",bold(words(n.dataset.d))," ",(n.dataset.e||($(".hb",n)?.parentElement||$(".nm",n)).firstChild.textContent.trim())+", "+$(".tm",n).textContent))}
function hero(){const h=$("#hero"),li=rowOf(today);h.textContent="";$("#th time").textContent=words(today);$("#th time").dateTime=today;const hard=li&&li.classList.contains("hard");$("#today").classList.toggle("hard",!!hard);$(".hp")?.remove();if(hard)$(".tp").append(make("b","hp","hard day"));
if(!li){const b=today<B.start;h.append(line("st",b?"Starts ":"Ended ",bold(words(b?B.start:B.end)),b?" · "+days(num(B.start)-num(today)):""),make("h3","say",b?"Ride as you like, easily.":"Some easy days, then a new goal."));return}
const body=$(".body",li);if(!body){h.append(make("h3","say","Rest"),line("w1","Sleep, eat well, walk if you like."));next(h);return}
const hd=make("div","hd"),nm=($$(".nm",li).find(n=>$(".hb",n))||$(".nm",li)).firstChild.textContent.trim();hd.append(make("h3","",nm.replace(/ \d+\u00a0×.*$/,"")||nm),make("span","tm",$(".tm",li).textContent));h.append(hd);
const arts=$$("article",body).map(a=>a.cloneNode(true)),a=arts.find(x=>x.dataset.id===$(":scope>.tk",li)?.dataset.id)||arts[0];$$(".lp",a).forEach(x=>x.remove());
h.append($(".fig",a));const big=large(li);big&&h.append(big);const w=$$("ul li",a).slice(0,2).map(x=>x.textContent),wl=w.join(" ").length<=90?w.join(" "):w[0];wl&&h.append(line("w1",wl));arts.forEach(x=>{const n=x!==a&&$(".nh",x);n&&h.append(line("w1","Also today: ",bold(n.textContent),"."))});li.dataset.e&&today===B.aim||next(h);
const m=make("details","more");m.append(make("summary","",$(".card",a)?"The day, hour by hour":"Steps, fuel, files"),...arts.flatMap(x=>[...(arts.length>1?[$(".nh",x)]:[]),$(".full",x)].filter(Boolean)));h.append(m)}
function facts(){const f=$("#facts"),n=num(today)-num(B.start),w=Math.floor(n/7)+1,total=+B.weeks,goal=B.aim||B.end,left=num(goal)-num(today),parts=[];
parts.push(n<0?[bold(B.weeks)," weeks"]:w<=total?["Week ",bold(w)," of "+total]:[bold(B.weeks)," weeks, to "+words(B.end)]);
if(left>0)parts.push([bold(left),(left===1?" day ":" days ")+(B.aim?"to go":"left")]);else if(!left)parts.push([bold("today")]);if(left>=0&&B.ready)parts.push([bold(B.ready)]);
f.textContent="";parts.forEach((p,i)=>{const s=make("span");s.append(...p);i&&f.append(" · ");f.append(s)})}
function week(){const i=Math.floor((num(today)-num(B.start))/7)+1,total=+B.weeks,n=Math.min(Math.max(i,1),total),now=$("#wk-d .days"),was=+now.dataset.w;
if(was!==n){const to=$('.wk[data-w="'+n+'"]'),from=$('.wk[data-w="'+was+'"]');from.append(now);from.hidden=false;$("#wk-d").append($(".days",to));to.hidden=true;to.open=false;
$("#wk-h").innerHTML=$(".hr",to).innerHTML;$("#wk-b .i").setAttribute("width",to.dataset.s+"%");$("#wk-b").setAttribute("aria-label",to.dataset.s+" percent of the hours are ridden")}
$("#wh").textContent=i<1?"The first week":i>total?"The last week":"This week";
const all=$$(".wk").sort((a,b)=>a.dataset.w-b.dataset.w),come=$("#coming"),gone=$("#gone");for(const k of all)(+k.dataset.w>n||i<1?come:gone).append(k);
$$(".wk",gone).reverse().forEach(k=>gone.append(k));for(const l of [come,gone])l.hidden=!$$(".wk",l).some(k=>!k.hidden);
for(const t of $$(".sn .no"))t.classList.toggle("cur",+t.dataset.w===i);
for(const m of $$("#season .nowm")){const at=$('#season .sn .no[data-w="'+n+'"]'),r=$("#season .sn .pl");m.setAttribute("x",parseFloat(at.getAttribute("x"))+parseFloat(r.getAttribute("width"))*((num(today)-num(B.start)-7*(n-1))/7-.5)+"%");m.setAttribute("display",i<1||i>total?"none":"inline");$(".td",m)?.remove()}}
function move(){const old=rowOf(today);old?.classList.remove("now");$(".pill",old||undefined)&&old&&$(".pill",old).remove();today=real();const li=rowOf(today);if(li){li.classList.add("now");$(".dt",li).append(" ",make("i","pill","today"))}facts();week();hero()}
addEventListener("click",e=>{const t=e.target.closest("button");if(!t)return;if(t.className==="cp")copy(t);else if(t.dataset.id)toggle(t.dataset.id)});
addEventListener("toggle",e=>{const d=e.target;if(!d.open||!d.parentElement.classList.contains("day"))return;const a=$("article",d);if(!a||$(".lp",d))return;const f=large(d.parentElement);f&&$(".fig",a).after(f)},true);
addEventListener("beforeprint",()=>$$(".wk").forEach(d=>d.open=true));
const refresh=()=>{if(today!==real()){move();buttons();copyable(document)}};
document.documentElement.classList.add("js");refresh();buttons();copyable(document);
addEventListener("visibilitychange",refresh)})();`;
